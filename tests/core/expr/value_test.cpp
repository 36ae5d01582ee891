#include "core/expr/number_text.h"
#include "core/expr/value.h"
#include "core/expr/value_text.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace bw::expr;

namespace {

std::string numberText(double number) {
    std::string text;
    appendNumber(number, text);
    return text;
}

std::string fixedText(double number, int digits) {
    std::string text;
    appendFixed(number, digits, text);
    return text;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

TEST(Value, isSmallAndSharesWhatIsLong) {
    static_assert(sizeof(Value) == 16);
    const std::string text(1000, 'x');
    const Value value = Value::string(text);
    const Value copy = value;
    EXPECT_EQ(copy.asString().data(), value.asString().data());
    EXPECT_EQ(copy, value);
    for (std::size_t length = 0; length < 20; ++length) {
        EXPECT_EQ(Value::string(text.substr(0, length)).asString(), text.substr(0, length));
    }
}

TEST(Value, mayBeAssignedAPartOfItself) {
    Value value = Value::array({Value::array({Value::string("a text that is not inside the value")})});
    value = value.items()[0];
    value = value.items()[0];
    EXPECT_EQ(value.asString(), "a text that is not inside the value");
    const Value& self = value;
    value = self;
    EXPECT_EQ(value.asString(), "a text that is not inside the value");
    const Value moved = std::move(value);
    EXPECT_EQ(moved.asString(), "a text that is not inside the value");
}

TEST(Value, otherKindsReadAsNothing) {
    const Value number = Value::number(3);
    EXPECT_EQ(number.asString(), "");
    EXPECT_FALSE(number.asBoolean());
    EXPECT_TRUE(number.items().empty());
    EXPECT_EQ(number.find("x"), nullptr);
    EXPECT_EQ(Value::boolean(true).asNumber(), 0);
}

TEST(NumberText, printsAsJavaScriptDoes) {
    EXPECT_EQ(numberText(0), "0");
    EXPECT_EQ(numberText(-0.0), "0");
    EXPECT_EQ(numberText(5), "5");
    EXPECT_EQ(numberText(-1.5), "-1.5");
    EXPECT_EQ(numberText(0.1), "0.1");
    EXPECT_EQ(numberText(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(numberText(100), "100");
    EXPECT_EQ(numberText(123456789012345680000.0), "123456789012345680000");
    EXPECT_EQ(numberText(1e20), "100000000000000000000");
    EXPECT_EQ(numberText(1e21), "1e+21");
    EXPECT_EQ(numberText(1.5e300), "1.5e+300");
    EXPECT_EQ(numberText(1e-6), "0.000001");
    EXPECT_EQ(numberText(1.5e-6), "0.0000015");
    EXPECT_EQ(numberText(1e-7), "1e-7");
    EXPECT_EQ(numberText(-1.25e-9), "-1.25e-9");
    EXPECT_EQ(numberText(5e-324), "5e-324");
    EXPECT_EQ(numberText(1.7976931348623157e308), "1.7976931348623157e+308");
    EXPECT_EQ(numberText(9007199254740991.0), "9007199254740991");
    EXPECT_EQ(numberText(9007199254740992.0), "9007199254740992");
    EXPECT_EQ(numberText(9007199254740993.0), "9007199254740992");
    EXPECT_EQ(numberText(4.35), "4.35");
    EXPECT_EQ(numberText(2e-7 + 1), "1.0000002");
    EXPECT_EQ(numberText(kInfinity), "Infinity");
    EXPECT_EQ(numberText(-kInfinity), "-Infinity");
    EXPECT_EQ(numberText(std::nan("")), "NaN");
}

TEST(NumberText, roundsAsToFixedDoes) {
    EXPECT_EQ(fixedText(1.005, 2), "1.00");
    EXPECT_EQ(fixedText(1.45, 1), "1.4");
    EXPECT_EQ(fixedText(8.345, 2), "8.35");
    EXPECT_EQ(fixedText(0.5, 0), "1");
    EXPECT_EQ(fixedText(1.5, 0), "2");
    EXPECT_EQ(fixedText(2.5, 0), "3");
    EXPECT_EQ(fixedText(-1.5, 0), "-2");
    EXPECT_EQ(fixedText(-2.5, 0), "-3");
    EXPECT_EQ(fixedText(0.125, 2), "0.13");
    EXPECT_EQ(fixedText(0.375, 2), "0.38");
    EXPECT_EQ(fixedText(999.5, 0), "1000");
    EXPECT_EQ(fixedText(0.999, 2), "1.00");
    EXPECT_EQ(fixedText(10.235, 2), "10.23");
    EXPECT_EQ(fixedText(1.255, 2), "1.25");
    EXPECT_EQ(fixedText(0, 2), "0.00");
    EXPECT_EQ(fixedText(-0.0, 2), "0.00");
    EXPECT_EQ(fixedText(-0.0001, 2), "-0.00");
    EXPECT_EQ(fixedText(1e-10, 2), "0.00");
    EXPECT_EQ(fixedText(1.23e+20, 2), "123000000000000000000.00");
    EXPECT_EQ(fixedText(1e21, 2), "1e+21");
    EXPECT_EQ(fixedText(-1e21, 0), "-1e+21");
    EXPECT_EQ(fixedText(0.1, 20), "0.10000000000000000555");
    EXPECT_EQ(fixedText(0.1, 100).size(), 102U);
    EXPECT_EQ(fixedText(999999999999999900000.0, 100).size(), 122U);
    EXPECT_EQ(fixedText(5e-324, 100), "0." + std::string(100, '0'));
    EXPECT_EQ(fixedText(kInfinity, 2), "Infinity");
}

TEST(NumberText, readsTextsAsNumberDoes) {
    EXPECT_EQ(numberFromText(" 12\n"), 12);
    EXPECT_EQ(numberFromText("-1.5e2"), -150);
    EXPECT_EQ(numberFromText("+.5"), 0.5);
    EXPECT_EQ(numberFromText("5."), 5);
    EXPECT_EQ(numberFromText(""), 0);
    EXPECT_EQ(numberFromText("Infinity"), kInfinity);
    EXPECT_EQ(numberFromText("-1e999999999999"), -kInfinity);
    EXPECT_EQ(numberFromText("1e-999"), 0);
    EXPECT_EQ(numberFromText(std::string(400, '9')), kInfinity);
    EXPECT_EQ(numberFromText("0." + std::string(400, '0') + "1"), 0);
    for (const char* text : {"a", "1a", "1 2", "--1", "+", "nan", "inf", "e5", "."}) {
        EXPECT_TRUE(std::isnan(numberFromText(text))) << text;
    }
}

TEST(Json, printsCompactAndSafe) {
    const Value value = Value::object({{"b", Value::array({Value::number(1.5), Value(), Value::null()})},
                                       {"a", Value::string("\"\\\n\x01é\xff/")},
                                       {"n", Value::number(kInfinity)}});
    EXPECT_EQ(toJson(value), "{\"b\":[1.5,null,null],\"a\":\"\\\"\\\\\\n\\u0001é\xef\xbf\xbd/\",\"n\":null}");
    EXPECT_EQ(toText(value), toJson(value));
}

TEST(Json, readsBackWhatItPrints) {
    for (const char* text : {"null", "true", "5", "\"x\"", "[]", "{}", "[1,[2,{\"a\":null}]]",
                             "{\"z\":1,\"a\":[true,false],\"한\":\"é\"}"}) {
        EXPECT_EQ(toJson(fromJson(text)), text);
    }
    EXPECT_EQ(toJson(fromJson(" { \"a\" : [ 1 , 2 ] } ")), "{\"a\":[1,2]}");
}

TEST(Json, refusesWhatIsNone) {
    for (const char* text :
         {"", " ", "nope", "[1", "[1,]", "{\"a\"}", "{\"a\":1,}", "[1] 2", "5 6", "\"a", "01", "+1",
          "\"\xff\"", "nul", "{a:1}", "[1 2]", "\"\\x\"", "[nule]", "[truee]"}) {
        EXPECT_TRUE(fromJson(text).isUndefined()) << text;
    }
    EXPECT_TRUE(fromJson(std::string(1'000'000, '[')).isUndefined());
    EXPECT_TRUE(fromJson(std::string(500, '[') + std::string(500, ']')).isUndefined());
    EXPECT_TRUE(fromJson(std::string(100, '[') + std::string(100, ']')).isArray());
}

TEST(Json, objectsFindTheFirst) {
    const Value value = fromJson("{\"a\":1,\"a\":2}");
    ASSERT_NE(value.find("a"), nullptr);
    EXPECT_EQ(value.find("a")->asNumber(), 1);
    EXPECT_EQ(value.find("b"), nullptr);
}
