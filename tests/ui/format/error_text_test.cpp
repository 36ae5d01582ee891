#include "ui/format/error_text.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <set>

namespace bw::format {
namespace {

TEST(ErrorText, AFileIsNamedAndTerminalSequencesAreDisarmed) {
    EXPECT_EQ(fileErrorText({FileErrorKind::NotFound, "plan.json", ENOENT}).toStdString(),
              "plan.json does not exist.");
    const QString text = fileErrorText({FileErrorKind::NotFound, "a\x1b[2Jb\nc", ENOENT});
    EXPECT_FALSE(text.contains(QChar(0x1b)));
    EXPECT_FALSE(text.contains(u'\n'));
}

TEST(ErrorText, EveryOutcomeHasWordsOfItsOwn) {
    std::set<QString> words;
    constexpr int last = static_cast<int>(metrics::Outcome::Interrupted);
    for (int outcome = 0; outcome <= last; ++outcome) {
        const QString text = outcomeText(static_cast<metrics::Outcome>(outcome));
        EXPECT_FALSE(text.isEmpty()) << outcome;
        words.insert(text);
    }
    EXPECT_EQ(words.size(), static_cast<std::size_t>(last + 1));
}

TEST(ErrorText, AFailureIsItsCodeOrItsStatus) {
    EXPECT_EQ(failureText("refused", "0").toStdString(), "connection refused");
    EXPECT_EQ(failureText("", "503").toStdString(), "status 503");
    EXPECT_EQ(failureText("of tomorrow", "0").toStdString(), "of tomorrow");
}

TEST(ErrorText, ASystemErrorIsToldWhenItIsAllThatIsKnown) {
    EXPECT_EQ(fileErrorText({FileErrorKind::Failed, "x", EIO}).toStdString(),
              "x could not be read or written: the device failed.");
    EXPECT_EQ(netErrorText({net::NetErrorKind::Failed, 9999}).toStdString(),
              "the network failed (error 9999)");
    EXPECT_EQ(netErrorText({net::NetErrorKind::Refused, ECONNREFUSED}).toStdString(), "nobody listens there");
}

} // namespace
} // namespace bw::format
