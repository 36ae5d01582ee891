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
