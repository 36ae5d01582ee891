#include "ui/bridge/feed_reader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

constexpr int kPatienceMs = 30'000;

class FeedReaderTest : public testing::Test {
protected:
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    FeedPreviewPtr read(const char* file) {
        QSignalSpy done(&m_reader, &FeedReader::done);
        m_reader.read(m_folder.path().toStdString(), file);
        return done.wait(kPatienceMs) ? done.front().front().value<FeedPreviewPtr>() : nullptr;
    }

    QTemporaryDir m_folder;
    FeedReader m_reader;
};

TEST_F(FeedReaderTest, ShowsTheBeginningAndCountsTheRest) {
    QByteArray rows("id,name\n");
    for (int i = 0; i < 200; ++i) {
        rows += QByteArray::number(i) + ",user" + QByteArray::number(i) + '\n';
    }
    write("users.csv", rows);
    const FeedPreviewPtr preview = read("users.csv");
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->columns, (QStringList{QStringLiteral("id"), QStringLiteral("name")}));
    EXPECT_EQ(preview->rowCount, 200u);
    EXPECT_EQ(preview->rows.size(), 50u);
    EXPECT_EQ(preview->rows[7].value(1), QStringLiteral("user7"));
}

TEST_F(FeedReaderTest, ReadsAListOfObjects) {
    write("users.json", R"([{"id": 1}, {"id": 2, "name": "ann"}])");
    const FeedPreviewPtr preview = read("users.json");
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->columns.size(), 2);
    EXPECT_EQ(preview->rows[1].value(1), QStringLiteral("ann"));
}

TEST_F(FeedReaderTest, SaysWhyAFileCannotBeShown) {
    write("uneven.csv", "a,b\n1\n");
    EXPECT_TRUE(read("uneven.csv")->error.contains(QStringLiteral("uneven.csv")));
    EXPECT_FALSE(read("missing.csv")->error.isEmpty());
    EXPECT_FALSE(read("../outside.csv")->error.isEmpty());
}

} // namespace
} // namespace bw::bridge
