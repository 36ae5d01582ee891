#pragma once

#include "core/expr/context.h"
#include "core/expr/problem.h"
#include "core/expr/scope.h"
#include "core/expr/value.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the expression language means, as one table: every part of the program that checks or evaluates
// expressions is driven by it. A case is evaluated against the world below.
namespace bw::test {

inline constexpr std::string_view kExprBody = R"({
  "orderId": "o-17", "price": 101.5, "quantity": 3, "open": true, "note": null, "empty": "",
  "list": [1, 2, 3], "user": {"name": "Kim", "first name": "Min", "a.b": 1}, "\ud55c\uae00": "hangul",
  "legs": [{"symbol": "KRW-BTC", "tags": ["a", "b"]}, {"symbol": "KRW-ETH", "tags": ["c"]}, {"other": 1}],
  "escaped": "a\"b\\c\u00e9", "twice": 1, "twice": 2, "big": 12345678901234567890, "tiny": 1e-7
})";

// 201 after 7.5 ms, with kExprBody unless another body is given.
class ExprResponse final : public expr::ResponseView {
public:
    explicit ExprResponse(std::string_view body = kExprBody)
        : m_body(body) {}
    int status() const override { return 201; }
    double durationMs() const override { return 7.5; }
    std::uint64_t size() const override { return m_body.size(); }
    std::string_view body() const override { return m_body; }
    std::string_view error() const override { return ""; }
    std::optional<std::string_view> header(std::string_view name) const override {
        const bool known = name == "Content-Type" || name == "content-type";
        return known ? std::optional<std::string_view>("application/json") : std::nullopt;
    }
    std::optional<std::string_view> cookie(std::string_view name) const override {
        return name == "session" ? std::optional<std::string_view>("s3cr3t") : std::nullopt;
    }

private:
    std::string_view m_body;
};

// One feed, users, standing at the row (name: "Lee", qty: "5").
class ExprFeeds final : public expr::FeedRows {
public:
    const expr::Value& cell(expr::FeedId, std::uint32_t column) override {
        static const std::array row = {expr::Value::string("Lee"), expr::Value::string("5")};
        return row[column];
    }
};

class ExprClock final : public expr::WallClock {
public:
    double nowMs() const override { return 1700000000123; }
};

// The names of the world: variables, the feed users, the secret API_TOKEN.
inline expr::Scope exprScope() {
    expr::Scope scope;
    for (const char* name : {"baseUrl", "token", "count", "missing", "endpoint", "이름"}) {
        scope.addVariable(name);
    }
    scope.addFeed("users", {"name", "qty"});
    scope.addSecret("API_TOKEN");
    return scope;
}

// The values of exprScope()'s variables, in the order of their slots; `missing` was never set.
inline const std::vector<expr::Value>& exprSlots() {
    static const std::vector<expr::Value> slots = {expr::Value::string("http://127.0.0.1:7070"),
                                                   expr::Value::string("abcdefghijklmnopqrstuvwxyz"),
                                                   expr::Value::number(5),
                                                   expr::Value(),
                                                   expr::Value::string("positions"),
                                                   expr::Value::string("값")};
    return slots;
}

inline const std::vector<std::string>& exprSecrets() {
    static const std::vector<std::string> secrets = {"hush"};
    return secrets;
}

// VU 7 in iteration 3 of scenario "market_open"; the caller owns scratch, random, response and feeds.
inline expr::Context exprContext(expr::Scratch& scratch, Random& random, const expr::ResponseView& response,
                                 expr::FeedRows& feeds) {
    expr::Context context(scratch, random);
    context.slots = exprSlots();
    context.response = &response;
    context.feeds = &feeds;
    context.secrets = exprSecrets();
    context.vu = 7;
    context.iteration = 3;
    context.scenario = "market_open";
    static const ExprClock clock;
    context.clock = &clock;
    return context;
}

struct ExprCase {
    std::string_view source;
    // As JSON, but undefined, NaN and Infinity by their names.
    std::string_view expected;
    std::optional<std::string_view> body = {}; // instead of kExprBody
};

inline constexpr ExprCase kExprCases[] = {
    // names
    {"status", "201"},
    {"duration", "7.5"},
    {"size > 400", "true"},
    {"body", "\"plain\"", "plain"},
    {"error", "\"\""},
    {"vu", "7"},
    {"iteration", "3"},
    {"scenario", "\"market_open\""},
    {"now", "1700000000123"},
    {"token", "\"abcdefghijklmnopqrstuvwxyz\""},
    {"missing", "undefined"},
    {"이름", "\"값\""},
    {"feed.users.name", "\"Lee\""},
    {" feed . users . qty ", "\"5\""},
    {"secret.API_TOKEN", "\"hush\""},
    // literals
    {"1.50", "1.5"},
    {".5", "0.5"},
    {"1e3", "1000"},
    {"true", "true"},
    {"null", "null"},
    {R"('it''s' == 'x')", "refused"},
    {R"('a\'b"c')", R"("a'b\"c")"},
    {R"("tab\tnew\nline")", R"("tab\tnew\nline")"},
    {R"('\u00e9\x41\ud83d\ude00')", "\"éA😀\""},
    {R"('\q')", "\"q\""},
    // arithmetic
    {"1 + 2 * 3", "7"},
    {"(1 + 2) * 3", "9"},
    {"10 - 4 - 3", "3"},
    {"7 % 4", "3"},
    {"-7 % 4", "-3"},
    {"5.5 % 2", "1.5"},
    {"1 / 0", "Infinity"},
    {"0 / 0", "NaN"},
    {"-count", "-5"},
    {"- -count", "5"},
    {"0.1 + 0.2", "0.30000000000000004"},
    {"null + 1", "1"},
    {"true + 1", "2"},
    {"feed.users.qty * 2", "10"},
    {"'a' * 1", "NaN"},
    {"+' 12 '", "12"},
    {"+''", "0"},
    {"+'1e400'", "Infinity"},
    {"+'0.1e-400'", "0"},
    {"missing + 1", "fails at missing"},
    {"count * (missing)", "fails at (missing)"},
    {"-missing", "fails at missing"},
    {"1 - json('$.nothing')", "fails at json('$.nothing')"},
    // texts
    {"'a' + 1", "\"a1\""},
    {"1 + 2 + 'a'", "\"3a\""},
    {"'a' + 1 + 2", "\"a12\""},
    {"'a' + null + true", "\"anulltrue\""},
    {"'a' + missing", "\"aundefined\""},
    {"token + '-' + count + '-' + vu", "\"abcdefghijklmnopqrstuvwxyz-5-7\""},
    {"'' + json('$.list')", "\"[1,2,3]\""},
    // comparisons
    {"status == 201", "true"},
    {"status == '201'", "false"},
    {"status != '201'", "true"},
    {"null == null", "true"},
    {"duration < 10", "true"},
    {"duration <= 7.5 && duration >= 7.5", "true"},
    {"'b' > 'a'", "true"},
    {"'10' < '9'", "true"},
    {"'10' < 9", "false"},
    {"0 / 0 == 0 / 0", "false"},
    {"0 / 0 != 0 / 0", "true"},
    {"missing == missing", "false"},
    {"missing != 1", "false"},
    {"missing < 1", "false"},
    {"missing >= 1", "false"},
    {"null >= 0", "true"},
    {"json('$.list') == json('$.list')", "true"},
    {"json('$.list') == json('$.user')", "false"},
    {"1 < 2 == true", "true"},
    {"'\\uffff' > '\\ud83d\\ude00'", "true"}, // by UTF-16 units
    // logic
    {"!missing", "true"},
    {"!!'x'", "true"},
    {"'' || 'b'", "\"b\""},
    {"count && 'b'", "\"b\""},
    {"0 && missing + 1", "0"},
    {"1 || missing + 1", "1"},
    {"missing && 1", "undefined"},
    {"false || false && true", "false"},
    {"true || false && false", "true"},
    {"status == 201 ? 'yes' : 'no'", "\"yes\""},
    {"false ? 1 : true ? 2 : 3", "2"},
    {"missing ? missing + 1 : 4", "4"},
    // JSON
    {"json('$.orderId')", "\"o-17\""},
    {"json('$.price') > 0", "true"},
    {"json('$.open')", "true"},
    {"json('$.note')", "null"},
    {"json('$.list[1]')", "2"},
    {"json('$.list[3]')", "undefined"},
    {"json('$.list')", "[1,2,3]"},
    {"json('$.list[*]')", "[1,2,3]"},
    {"json('$.user')", R"({"name":"Kim","first name":"Min","a.b":1})"},
    {"json('$.user[\"first name\"]')", "\"Min\""},
    {"json(\"$['user']['a.b']\")", "1"},
    {"json('$.user[*]')", R"(["Kim","Min",1])"},
    {"json('$.legs[*].symbol')", R"(["KRW-BTC","KRW-ETH"])"},
    {"json('$.legs[*].tags[*]')", R"(["a","b","c"])"},
    {"json('$.legs[1][\"tags\"][0]')", "\"c\""},
    {"json('$.한글')", "\"hangul\""},
    {"json('$.escaped')", R"("a\"b\\cé")"},
    {"json('$.twice')", "1"},
    {"json('$.big')", "12345678901234567000"},
    {"json('$.tiny')", "1e-7"},
    {"json('$.nothing')", "undefined"},
    {"json('$.orderId.deeper')", "undefined"},
    {"json('$.orderId[*]')", "undefined"},
    {"json('$')", "5", " 5 "},
    {"json('$')", "\"x\"", "\"x\""},
    {"json('$')", "undefined", ""},
    {"json('$')", "undefined", "5 6"},
    {"json('$')", "undefined", "nope"},
    {"json('$.a')", "undefined", "<html>"},
    {"json('$.a')", "undefined", "{\"a\": nope}"},
    {"json('$.a')", "undefined", "{\"b\": 1"},
    {"json('$.a')", "1", "\xef\xbb\xbf{\"a\": 1}"},
    {"json('$.a')", "undefined", "{\"a\": \"\xff\"}"},
    {"json('$[0]')", "undefined", "5"},
    {"json('$[*]')", "[]", "[]"},
    {"exists(json('$.orderId'))", "true"},
    {"exists(json('$.note'))", "true"},
    {"exists(json('$.user'))", "true"},
    {"exists(json('$.nothing'))", "false"},
    {"exists(json('$.a'))", "false", ""},
    {"length(json('$.list'))", "3"},
    {"length(json('$.legs[*].tags[*]'))", "3"},
    {"length(json('$.orderId'))", "4"},
    {"length(json('$.nothing'))", "undefined"},
    {"length(json('$.nothing')) > 0", "false"},
    {"exists(missing)", "false"},
    {"exists(null)", "true"},
    // the rest of the response
    {"header('content-type')", "\"application/json\""},
    {"header('X-None')", "undefined"},
    {"cookie('session')", "\"s3cr3t\""},
    {"cookie('none')", "undefined"},
    {"capture('id=(\\\\d+)', 1)", "\"42\"", "id=42;"},
    {"capture('id=(\\\\d+)')", "\"42\"", "id=42;"},
    {"capture('id=\\\\d+')", "\"id=42\"", "id=42;"},
    {"capture('(a)|(b)', 2)", "undefined", "a"},
    {"capture('(x)', 1)", "undefined", "a"},
    {"between('<b>', '</b>')", "\"bold\"", "a <b>bold</b> b</b>"},
    {"between('<b>', '</i>')", "undefined", "a <b>bold</b>"},
    {"between('<i>', '</b>')", "undefined", "a <b>bold</b>"},
    // text functions
    {"contains(body, 'needle')", "true", "hay needle hay"},
    {"contains('abc', '')", "true"},
    {"contains(status, '20')", "true"},
    {"contains(json('$.list'), 2)", "true"},
    {"contains(json('$.list'), '2')", "false"},
    {"contains(missing, 'a')", "false"},
    {"startsWith(token, 'abc') && endsWith(token, 'xyz')", "true"},
    {"startsWith('a', 'ab')", "false"},
    {"matches(token, '^a.*z$')", "true"},
    {"matches(token, 'A')", "false"},
    {"matches(missing, '.*')", "false"},
    {"length('한글😀')", "4"},
    {"length('')", "0"},
    {"length(12345)", "5"},
    {"lower('ÄBc')", "\"Äbc\""},
    {"upper('abC1')", "\"ABC1\""},
    {"base64('')", "\"\""},
    {"base64('f')", "\"Zg==\""},
    {"base64('fo')", "\"Zm8=\""},
    {"base64('foo')", "\"Zm9v\""},
    {"base64('user:' + secret.API_TOKEN)", "\"dXNlcjpodXNo\""},
    {"sha256('')", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""},
    {"sha256('abc')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""},
    // RFC 4231, test cases 2 and 6
    {"hmac('sha256', 'Jefe', 'what do ya want for nothing?')",
     "\"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843\""},
    {"hmac('sha256', '\\xaa', 'x') == hmac('sha1', '\\xaa', 'x')", "false"},
    {"hmac(token, 'k', 't')", "fails at token"},
    {"urlEncode('a b&c=d/é~*')", "\"a%20b%26c%3Dd%2F%C3%A9~*\""},
    {"lower(missing)", "fails at missing"},
    {"sha256(json('$.nothing'))", "fails at json('$.nothing')"},
    // toFixed
    {"fixed(1.005, 2)", "\"1.00\""},
    {"fixed(1.45, 1)", "\"1.4\""},
    {"fixed(8.345, 2)", "\"8.35\""},
    {"fixed(-1.5, 0)", "\"-2\""},
    {"fixed(2.5, 0)", "\"3\""},
    {"fixed(0.5, 0)", "\"1\""},
    {"fixed(9.5, 0)", "\"10\""},
    {"fixed(99.995, 2)", "\"100.00\""}, // the double is a little above 99.995
    {"fixed(0.125, 2)", "\"0.13\""},
    {"fixed(0.000001, 7)", "\"0.0000010\""},
    {"fixed(-0.0001, 2)", "\"-0.00\""},
    {"fixed(1e21, 2)", "\"1e+21\""},
    {"fixed(123.456, 0)", "\"123\""},
    {"fixed(1.5, 2.9)", "\"1.50\""},
    {"fixed(0 / 0, 2)", "\"NaN\""},
    {"fixed('3.14159', 2)", "\"3.14\""},
    {"fixed(count, 101 * count)", "fails at 101 * count"},
    {"fixed(missing, 2)", "fails at missing"},
    // chance, as far as it is certain
    {"random(3, 3)", "3"},
    {"randomInt(4, 4)", "4"},
    {"randomInt(3.2, 4.9)", "4"},
    {"oneOf(9)", "9"},
    {"oneOf(count, count)", "5"},
    {"random(0, 10) < 10", "true"},
    {"matches(uuid(), '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')", "true"},
    {"random(count, 1)", "fails at random(count, 1)"},
    {"randomInt(count + 0.1, count + 0.2)", "fails at randomInt(count + 0.1, count + 0.2)"},
    {"randomInt(count, 1e300)", "fails at randomInt(count, 1e300)"},
};

struct ExprProblemCase {
    std::string_view source;
    expr::ProblemKind kind;
    std::string_view at; // what the place covers
    std::string_view suggestion = {};
};

// Sources that do not compile, and their first problem.
inline constexpr ExprProblemCase kExprProblemCases[] = {
    {"", expr::ProblemKind::Empty, ""},
    {"   ", expr::ProblemKind::Empty, "   "},
    {"1 +", expr::ProblemKind::UnexpectedEnd, ""},
    {"(1", expr::ProblemKind::UnexpectedEnd, ""},
    {"1 2", expr::ProblemKind::UnexpectedToken, "2"},
    {"1)", expr::ProblemKind::UnexpectedToken, ")"},
    {"1}", expr::ProblemKind::UnexpectedToken, "}"},
    {"status === 201", expr::ProblemKind::UnexpectedToken, "===", "=="},
    {"status !== 201", expr::ProblemKind::UnexpectedToken, "!==", "!="},
    {"status = 201", expr::ProblemKind::UnexpectedToken, "=", "=="},
    {"status & 1", expr::ProblemKind::UnexpectedToken, "&", "&&"},
    {"status | 1", expr::ProblemKind::UnexpectedToken, "|", "||"},
    {"true ? 1", expr::ProblemKind::UnexpectedEnd, ""},
    {"lower('a',)", expr::ProblemKind::UnexpectedToken, ")"},
    {"lower('a' 'b')", expr::ProblemKind::UnexpectedToken, "'b'"},
    {"[1]", expr::ProblemKind::UnexpectedCharacter, "["},
    {"a # b", expr::ProblemKind::UnknownName, "a"},
    {"1 § 2", expr::ProblemKind::UnexpectedToken, "§"},
    {"'abc", expr::ProblemKind::UnterminatedString, "'abc"},
    {"'\\xg1'", expr::ProblemKind::BadEscape, "\\xg"},
    {"0x10", expr::ProblemKind::BadNumber, "0x10"},
    {"12abc", expr::ProblemKind::BadNumber, "12abc"},
    {"1e999", expr::ProblemKind::BadNumber, "1e999"},
    {"statsu == 201", expr::ProblemKind::UnknownName, "statsu", "status"},
    {"1 + toekn", expr::ProblemKind::UnknownName, "toekn", "token"},
    {"xyzzy", expr::ProblemKind::UnknownName, "xyzzy"},
    {"undefined", expr::ProblemKind::UnknownName, "undefined", "exists(x)"},
    {"uuid", expr::ProblemKind::UnknownName, "uuid", "uuid()"},
    {"feeds.users.name", expr::ProblemKind::UnknownName, "feeds.users.name", "feed.users.name"},
    {"token.part", expr::ProblemKind::UnknownName, "token.part"},
    {"feed.user.name", expr::ProblemKind::UnknownFeed, "feed.user.name", "users"},
    {"feed.users.nmae", expr::ProblemKind::UnknownColumn, "feed.users.nmae", "name"},
    {"feed.users", expr::ProblemKind::UnknownColumn, "feed.users", "name"},
    {"secret.API_TOKN", expr::ProblemKind::UnknownSecret, "secret.API_TOKN", "API_TOKEN"},
    {"containz(body, 'a')", expr::ProblemKind::UnknownFunction, "containz", "contains"},
    {"contains(body)", expr::ProblemKind::TooFewArguments, "contains(body)"},
    {"oneOf()", expr::ProblemKind::TooFewArguments, "oneOf()"},
    {"uuid(1)", expr::ProblemKind::TooManyArguments, "uuid(1)"},
    {"json(token)", expr::ProblemKind::ArgumentNotLiteral, "token"},
    {"json(5)", expr::ProblemKind::ArgumentNotLiteral, "5"},
    {"matches(body, token)", expr::ProblemKind::ArgumentNotLiteral, "token"},
    {"capture(token, 1)", expr::ProblemKind::ArgumentNotLiteral, "token"},
    {"json('orderId')", expr::ProblemKind::BadJsonPath, "o"},
    {"json('$.a[')", expr::ProblemKind::BadJsonPath, "'"},
    {"json('$.a[x]')", expr::ProblemKind::BadJsonPath, "x"},
    {"json('$..a')", expr::ProblemKind::BadJsonPath, "."},
    {"json('$.a[-1]')", expr::ProblemKind::BadJsonPath, "-"},
    {"matches(body, '(')", expr::ProblemKind::BadPattern, "'('"},
    {"capture('(a)', 2)", expr::ProblemKind::BadArgument, "2"},
    {"fixed(1, 101)", expr::ProblemKind::BadArgument, "101"},
    {"hmac('md5', 'k', 't')", expr::ProblemKind::BadArgument, "'md5'"},
    {"random(2, 1)", expr::ProblemKind::BadArgument, "1"},
    {"randomInt(1.1, 1.9)", expr::ProblemKind::BadArgument, "1.9"},
};

} // namespace bw::test
