#include "tests/structure/source_tree.h"

#include <gtest/gtest.h>
#include <re2/re2.h>
#include <string>

// Core speaks in enums and numbers: words, colours and locales are ui's.
namespace bw::structure {
namespace {

// What only makes sense for text or pictures for people; empty when the code has nothing of the kind.
std::string presentationIn(const std::string& code) {
    static const re2::RE2 forbidden(
        R"((\btr\s*\(|\btranslate\s*\(|\bQ_DECLARE_TR_FUNCTIONS\b|\bQT_TR\w*|)"
        R"(\bQ(?:Color|Font|Brush|Pen|Pixmap|Icon|Palette|Locale|Translator|Style|Widget)\b))");
    std::string found;
    return re2::RE2::PartialMatch(code, forbidden, &found) ? found : std::string();
}

// Five plain words in a row read like a sentence; names, keys and SQL do not.
bool isSentence(const std::string& literal) {
    static const re2::RE2 sentence(R"((?:^|[^A-Za-z_'])[A-Za-z]?[a-z]+(?: [a-z]+){4,}(?:[^A-Za-z_]|$))");
    return re2::RE2::PartialMatch(literal, sentence);
}

// Messages for whoever breaks an assertion are no words of the program.
std::string withoutAssertions(std::string code) {
    static const re2::RE2 assertion(R"(\bstatic_assert\s*\([^;]*;)");
    re2::RE2::GlobalReplace(&code, assertion, "");
    return code;
}

} // namespace

TEST(CoreHasNoWords, NothingIsTranslatedOrPainted) {
    for (const SourceFile& file : sourceFiles({"core"})) {
        EXPECT_EQ(presentationIn(codeOf(file.text)), "") << file.path << " does what is ui's";
    }
}

TEST(CoreHasNoWords, NoLiteralIsASentence) {
    for (const SourceFile& file : sourceFiles({"core"})) {
        for (const std::string& literal : stringsOf(withoutAssertions(file.text))) {
            EXPECT_FALSE(isSentence(literal)) << file.path << " says \"" << literal << "\"";
        }
    }
}

TEST(CoreHasNoWords, TheRuleFindsWhatItForbids) {
    EXPECT_EQ(presentationIn("return Words::tr(text);"), "tr(");
    EXPECT_EQ(presentationIn("QCoreApplication::translate (x)"), "translate (");
    EXPECT_EQ(presentationIn("QColor ink;"), "QColor");
    EXPECT_EQ(presentationIn("ptr(x); str(y); QColumn z;"), "");
    EXPECT_TRUE(isSentence("The plan could not be read."));
    EXPECT_FALSE(isSentence("SELECT second FROM frames WHERE run_id = ?"));
    EXPECT_FALSE(isSentence("Request Header Fields Too Large"));
}

TEST(SourceTree, TellsCodeFromCommentsAndLiterals) {
    const std::string text = "int a = 1'000; // \"no\"\nauto b = \"yes \\\" still\"; /* c */ char d = '\"';\n"
                             "auto e = R\"x(raw \" one)x\";";
    EXPECT_EQ(stringsOf(text), (std::vector<std::string>{"yes \\\" still", "raw \" one"}));
    EXPECT_EQ(codeOf("x(\"tr(\"); // tr(\ny"), "x(\"   \");       \ny");
}

} // namespace bw::structure
