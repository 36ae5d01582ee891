#include "core/expr/json_template.h"
#include "core/expr/template.h"
#include "core/expr/value_text.h"
#include "tests/support/expr_cases.h"

#include <gtest/gtest.h>

using namespace bw;
using namespace bw::expr;

namespace {

// A world to render in.
class TemplateTest : public testing::Test {
protected:
    std::string text(std::string_view source) {
        const auto compiled = Template::compile(source, m_scope);
        if (!compiled) {
            return "refused";
        }
        std::string out = ">";
        const auto rendered = compiled->render(m_context, out);
        return rendered ? out.substr(1) : "fails at " + rendered.error().subject;
    }

    std::string json(std::string_view source) {
        const auto compiled = JsonTemplate::compile(source, m_scope);
        if (!compiled) {
            return "refused";
        }
        std::string out;
        const auto rendered = compiled->render(m_context, out);
        return rendered ? out : "fails at " + rendered.error().place + ": " + rendered.error().subject;
    }

    Scope m_scope = test::exprScope();
    Scratch m_scratch;
    Random m_random{1};
    test::ExprResponse m_response;
    test::ExprFeeds m_feeds;
    Context m_context = test::exprContext(m_scratch, m_random, m_response, m_feeds);
};

using JsonTemplateTest = TemplateTest;

} // namespace

TEST_F(TemplateTest, putsValuesIntoText) {
    EXPECT_EQ(text(""), "");
    EXPECT_EQ(text("plain $ { } \\ text"), "plain $ { } \\ text");
    EXPECT_EQ(text("${baseUrl}/api/${endpoint}?n=${count}"), "http://127.0.0.1:7070/api/positions?n=5");
    EXPECT_EQ(text("user_${vu}"), "user_7");
    EXPECT_EQ(text("${1 + 2}${'}'}${\"${\"}"), "3}${");
    EXPECT_EQ(text("${ count > 3 ? 'many' : 'few' }"), "many");
    EXPECT_EQ(text("Bearer ${missing}, ${null}, ${json('$.list')}"), "Bearer undefined, null, [1,2,3]");
    EXPECT_EQ(text("${now}"), "1700000000123");
    EXPECT_EQ(text("${secret.API_TOKEN}"), "hush");
}

TEST_F(TemplateTest, aBackslashMakesItLiteral) {
    EXPECT_EQ(text("\\${token}"), "${token}");
    EXPECT_EQ(text("a\\${b"), "a${b");
    EXPECT_EQ(text("\\n\\"), "\\n\\");
    EXPECT_EQ(text("${'\\\\'}${count}"), "\\5");
}

TEST_F(TemplateTest, aLoneExpressionKeepsItsType) {
    const auto value = [&](std::string_view source) {
        return Template::compile(source, m_scope)->value(m_context).value();
    };
    EXPECT_TRUE(value("${count}").isNumber());
    EXPECT_TRUE(value("${5}").isNumber());
    EXPECT_TRUE(value("${json('$.list')}").isArray());
    EXPECT_TRUE(value("${missing}").isUndefined());
    EXPECT_EQ(value(" ${count}"), Value::string(" 5"));
    EXPECT_EQ(value("${count}${count}"), Value::string("55"));
    EXPECT_EQ(value("text"), Value::string("text"));
}

TEST_F(TemplateTest, knowsWhenItIsLiteral) {
    EXPECT_TRUE(Template().isLiteral());
    EXPECT_EQ(Template::compile("a${1 + 1}b\\${c}", m_scope)->literal(), "a2b${c}");
    EXPECT_FALSE(Template::compile("a${count}", m_scope)->isLiteral());
    EXPECT_EQ(Template::fromLiteral("${x}").literal(), "${x}");
    const std::string longText(100'000, 'x');
    EXPECT_EQ(Template::compile(longText, m_scope)->literal(), longText);
}

TEST_F(TemplateTest, reportsEveryProblemWithItsPlace) {
    const std::string_view source = "a ${tokn} b ${1 +} c ${} d ${lower()} ${'x";
    const auto compiled = Template::compile(source, m_scope);
    ASSERT_FALSE(compiled);
    const auto& found = compiled.error();
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(source.substr(found[0].offset, found[0].length), "tokn");
    EXPECT_EQ(found[0].suggestion, "token");
    EXPECT_EQ(found[1].kind, ProblemKind::UnexpectedEnd);
    EXPECT_EQ(found[2].kind, ProblemKind::Empty);
    EXPECT_EQ(found[3].kind, ProblemKind::TooFewArguments);
    EXPECT_EQ(found[4].kind, ProblemKind::UnterminatedString);
}

TEST_F(TemplateTest, anOpenExpressionIsSaidToBeOpen) {
    for (const std::string_view source : {"ab${count", "ab${", "ab${count + "}) {
        const auto compiled = Template::compile(source, m_scope);
        ASSERT_FALSE(compiled) << source;
        ASSERT_EQ(compiled.error().size(), 1U) << source;
        EXPECT_EQ(compiled.error()[0].kind, ProblemKind::UnterminatedExpression);
        EXPECT_EQ(compiled.error()[0].offset, 2U);
    }
}

TEST_F(TemplateTest, aFailureLeavesTheTextAsItWas) {
    const auto compiled = Template::compile("a${count}b${missing * 2}", m_scope);
    std::string out = "before";
    const auto rendered = compiled->render(m_context, out);
    ASSERT_FALSE(rendered);
    EXPECT_EQ(out, "before");
    EXPECT_EQ(rendered.error().offset, 12U);
    EXPECT_EQ(rendered.error().subject, "missing");
}

TEST_F(TemplateTest, growsOnlySoFar) {
    const std::vector<Value> slots(6, Value::string(std::string(5'000'000, 'x')));
    m_context.slots = slots;
    EXPECT_EQ(text("${token}${token}${token}").size(), 15'000'000U);
    EXPECT_EQ(text("${token}${token}${token}${token}"), "fails at token");
}

TEST_F(JsonTemplateTest, keepsTypesAndEscapes) {
    EXPECT_EQ(
        json(R"({ "symbol": "KRW-BTC", "n": "${count}", "user": "user_${vu}", "x": "${missing}",
                        "list": [1, 2.50, "${json('$.list')}", true, null, "${'a'}"], "q": "say \"${이름}\"" })"),
        R"({"symbol":"KRW-BTC","n":5,"user":"user_7","x":null,"list":[1,2.50,[1,2,3],true,null,"a"],"q":"say \"값\""})");
    EXPECT_EQ(json(R"("${token}")"), "\"abcdefghijklmnopqrstuvwxyz\"");
    EXPECT_EQ(json(R"("a\n${json('$.escaped')}")"), R"("a\na\"b\\cé")");
    EXPECT_EQ(json("5"), "5");
    EXPECT_EQ(json(R"({"${count}": "\\${x}", "list ${vu}": "${json('$.list')}!"})"),
              R"({"${count}":"${x}","list ${vu}":"[1,2,3]!"})");
}

TEST_F(JsonTemplateTest, numbersStayAsWritten) {
    EXPECT_EQ(json("[12345678901234567890, 1.10, -0, 1E5]"), "[12345678901234567890,1.10,-0,1E5]");
}

TEST_F(JsonTemplateTest, knowsWhenItIsLiteral) {
    EXPECT_EQ(JsonTemplate().literal(), "null");
    EXPECT_EQ(JsonTemplate::compile(R"({ "a" : "${1 + 1}" })", m_scope)->literal(), R"({"a":2})");
    EXPECT_FALSE(JsonTemplate::compile(R"({"a": "${vu}"})", m_scope)->isLiteral());
}

TEST_F(JsonTemplateTest, problemsAndFailuresSayTheirPlace) {
    const auto compiled = JsonTemplate::compile(
        R"({"side": "${sid}", "legs": [0, 1, {"symbol": "a ${tokn}", "a-b": "${"}]})", m_scope);
    ASSERT_FALSE(compiled);
    ASSERT_EQ(compiled.error().size(), 3U);
    EXPECT_EQ(compiled.error()[0].place, "side");
    EXPECT_EQ(compiled.error()[1].place, "legs[2].symbol");
    EXPECT_EQ(compiled.error()[1].offset, 4U);
    EXPECT_EQ(compiled.error()[2].place, "legs[2][\"a-b\"]");
    EXPECT_EQ(json(R"({"a": [{"b": "x${missing - 1}"}]})"), "fails at a[0].b: missing");
}

TEST_F(JsonTemplateTest, refusesWhatIsNoJson) {
    for (const std::string& source :
         {std::string(), std::string("{"), std::string("[1,]"), std::string("{\"a\":1} x"),
          std::string("nope"), std::string("[nule]"), std::string(1000, '['),
          std::string(200, '[') + std::string(200, ']')}) {
        const auto compiled = JsonTemplate::compile(source, m_scope);
        ASSERT_FALSE(compiled) << source;
        EXPECT_EQ(compiled.error().at(0).kind, ProblemKind::BadJson) << source;
    }
}

TEST_F(JsonTemplateTest, tellsWhatAllItsStringsNeed) {
    const Needs needs =
        JsonTemplate::compile(R"(["${token}", {"a": "${feed.users.name}${uuid()}"}])", m_scope)->needs();
    EXPECT_EQ(needs.slots.size(), 1U);
    EXPECT_EQ(needs.feeds.size(), 1U);
    EXPECT_TRUE(needs.random);
}
