#include "core/base/file.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace bw;

namespace {

class FileTest : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "bw-file-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    std::string path(const std::string& name) const { return m_folder + "/" + name; }

private:
    std::string m_folder;
};

} // namespace

TEST_F(FileTest, readsBackWhatWasWritten) {
    const std::string text(200'000, 'x');
    ASSERT_TRUE(writeFileAtomically(path("a"), text));
    EXPECT_EQ(readFile(path("a"), text.size()).value(), text);
}

TEST_F(FileTest, keepsTheModeAndLeavesNothingBeside) {
    ASSERT_TRUE(writeFileAtomically(path("a"), "old"));
    ASSERT_EQ(::chmod(path("a").c_str(), 0640), 0);
    ASSERT_TRUE(writeFileAtomically(path("a"), "new"));
    struct stat status{};
    ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0640U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path("")), {}), 1);
}

TEST_F(FileTest, saysWhatWasWrong) {
    EXPECT_EQ(readFile(path("none"), 10).error().kind, FileErrorKind::NotFound);
    EXPECT_EQ(readFile(path(""), 10).error().kind, FileErrorKind::NotAFile);
    EXPECT_EQ(writeFileAtomically(path("no/such"), "x").error().kind, FileErrorKind::NotFound);
    ASSERT_TRUE(writeFileAtomically(path("big"), "12345678901"));
    EXPECT_EQ(readFile(path("big"), 10).error().kind, FileErrorKind::TooLarge);
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    EXPECT_EQ(readFile(path("pipe"), 10).error().kind, FileErrorKind::NotAFile);
}
