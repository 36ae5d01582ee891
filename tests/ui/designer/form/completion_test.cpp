#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/form/completion.h"

#include <QAbstractItemView>
#include <QCompleter>

namespace bw::designer {
namespace {

int wordAt(const char* text, Language language) {
    const QString source = QString::fromUtf8(text);
    return wordBefore(source, static_cast<int>(source.size()), language);
}

TEST(Completion, KnowsWhereAWordBegins) {
    EXPECT_EQ(wordAt("stat", Language::Expression), 0);
    EXPECT_EQ(wordAt("status == feed.us", Language::Expression), 10);
    EXPECT_EQ(wordAt("json('$.or", Language::Expression), -1) << "a path is no name";
    EXPECT_EQ(wordAt("http://${ba", Language::Template), 9);
    EXPECT_EQ(wordAt("http://ba", Language::Template), -1) << "outside an expression";
    EXPECT_EQ(wordAt("${a} b", Language::Template), -1);
    EXPECT_EQ(wordAt("abc", Language::Plain), -1);
}

TEST_F(DesignTest, VariablesAreCompletedWhileOneTypesAUrl) {
    open();
    FormField& url = field("flows.trader.steps[0]", "http.url");
    type(url, "${base");
    auto* completer = url.editor().findChild<QCompleter*>();
    ASSERT_NE(completer, nullptr);
    ASSERT_TRUE(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    EXPECT_EQ(shown(url), QStringLiteral("${baseUrl"));
    QTest::keyClicks(&url.editor(), QStringLiteral("}/x"));
    EXPECT_NE(text().find("\"url\": \"${baseUrl}/x\""), std::string::npos);
}

TEST(Completion, LeavesNumbersAlone) {
    EXPECT_EQ(wordAt("duration < 256", Language::Expression), -1);
}

TEST_F(DesignTest, AListIsTypedWithoutBlanksAndStaysAsItIsTyped) {
    open();
    FormField& status = field("flows.trader.steps[0].http.expectedStatus", "http.expectedStatus");
    m_view->goTo(QStringLiteral("flows.trader.steps[0].http.expectedStatus"));
    type(status, "200,301..304");
    EXPECT_EQ(shown(status), QStringLiteral("200,301..304"));
    const auto& http = std::get<testplan::HttpStep>(plan().findFlow("trader")->steps[0].kind);
    ASSERT_EQ(http.expectedStatus.size(), 2u);
    EXPECT_EQ(http.expectedStatus[1].last, 304);
}

TEST_F(DesignTest, BlanksAtTheEndsOfATextAreThePlansUntilSomebodyTypes) {
    std::string spaced = m_original;
    spaced.replace(spaced.find("${baseUrl}/api/auth/login"), 25, "${baseUrl}/api/auth/login ");
    openText(spaced);
    form("flows.login.steps[0]");
    ASSERT_TRUE(m_document.save());
    EXPECT_EQ(fileText(), spaced);
}

TEST_F(DesignTest, JsonThatIsNotWholeYetWaitsAtItsStep) {
    open();
    FormField& json = field("flows.login.steps[0].http.json", "http.json");
    QTest::keyClick(&json.editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&json.editor(), QStringLiteral("{\"half\": "));
    EXPECT_TRUE(json.isWrong());
    EXPECT_EQ(text(), m_original);
    form("flows.order_cycle.steps[0].http.json");
    EXPECT_FALSE(json.isWrong());
    form("flows.login.steps[0].http.json");
    EXPECT_TRUE(json.isWrong());
    EXPECT_EQ(static_cast<JsonEditor&>(json.editor()).wholeText(), QStringLiteral("{\"half\": "));
}

TEST_F(DesignTest, AWrongNameInATemplateIsToldUnderItsField) {
    open();
    FormField& url = field("flows.trader.steps[0]", "http.url");
    type(url, "${baseUrll}/x");
    EXPECT_TRUE(url.message().contains(QStringLiteral("baseUrll"))) << url.message().toStdString();
    EXPECT_TRUE(m_view->outline().isVisible());
    EXPECT_EQ(m_view->flow().tree().currentIndex().data(kTroubleRole).toInt(), 0);
}

} // namespace
} // namespace bw::designer
