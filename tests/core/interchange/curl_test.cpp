#include "core/interchange/curl.h"
#include "core/interchange/shell_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::interchange {
namespace {

using namespace testplan;
using testing::ElementsAre;
using testing::Pair;

HttpStep httpOf(const char* command) {
    const auto read = parseCurl(command);
    EXPECT_TRUE(read) << command;
    return read ? std::get<HttpStep>(read->step.kind) : HttpStep{};
}

TEST(ShellWords, AreCutAsAShellDoes) {
    EXPECT_THAT(*shellWords(R"(a 'b c' "d \" e" f\ g $'h\n\'i' j''k "" \
 l)"),
                ElementsAre("a", "b c", "d \" e", "f g", "h\n'i", "jk", "", "l"));
    EXPECT_FALSE(shellWords("'open"));
    EXPECT_FALSE(shellWords("\"open"));
    EXPECT_THAT(*shellWords(shellQuoted("it's $(here)")), ElementsAre("it's $(here)"));
}

TEST(Curl, ACommandCopiedFromABrowserIsAStep) {
    const auto read = parseCurl(R"(curl 'http://127.0.0.1:7070/api/orders?dry=1' \
  -X 'POST' \
  -H 'Content-Type: application/json' -H 'Authorization: Bearer abc' -H 'Host: x' \
  --data-raw '{"symbol":"KRW-BTC","note":"${x}"}' --compressed -s)");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->step.name, "orders");
    const auto& http = std::get<HttpStep>(read->step.kind);
    EXPECT_EQ(http.method, "POST");
    EXPECT_EQ(http.url, "http://127.0.0.1:7070/api/orders?dry=1");
    EXPECT_THAT(http.headers,
                ElementsAre(Pair("Content-Type", "application/json"), Pair("Authorization", "Bearer abc")));
    EXPECT_EQ(std::get<JsonBody>(http.body).json.compactText(), R"({"symbol":"KRW-BTC","note":"\\${x}"})");
    EXPECT_THAT(read->ignored, ElementsAre("--compressed", "-s"));
}

TEST(Curl, DataIsWhatItLooksLike) {
    EXPECT_EQ(httpOf("curl http://h/ -d a=1 -d b=%20x").method, "POST");
    const auto form = std::get<FormBody>(httpOf("curl http://h/ -d a=1 -d b=%20x+y").body);
    EXPECT_EQ(form.fields[1].second.text, " x y");
    EXPECT_EQ(std::get<TextBody>(httpOf("curl http://h/ -d 'no form'").body).text, "no form");
    EXPECT_EQ(std::get<TextBody>(httpOf("curl http://h/ -d 'a=1&a=2'").body).text, "a=1&a=2")
        << "a plan holds a name once";
    EXPECT_EQ(std::get<FileBody>(httpOf("curl http://h/ --data-binary @body.bin").body).file, "body.bin");
    EXPECT_EQ(httpOf("curl -G http://h/x -d a=1").url, "http://h/x?a=1");
    EXPECT_EQ(httpOf("curl -G http://h/x -d a=1").method, "GET");
    const auto parts =
        std::get<MultipartBody>(httpOf("curl h -F a=1 -F 'f=@x.csv;type=text/csv'").body).parts;
    EXPECT_EQ(parts[0].value, "1");
    EXPECT_EQ(parts[1].file, "x.csv");
}

TEST(Curl, WhatIsEncodedAndWhatIsAFileDependsOnTheOption) {
    EXPECT_EQ(
        std::get<FormBody>(httpOf("curl h --data-urlencode 'q=a+b&c=100%25'").body).fields[0].second.text,
        "a+b&c=100%25");
    EXPECT_EQ(httpOf("curl -G h --data-urlencode 'q=a b'").url, "http://h?q=a%20b");
    EXPECT_EQ(std::get<TextBody>(httpOf("curl h --data-raw '@x'").body).text, "@x");
    EXPECT_EQ(std::get<MultipartBody>(httpOf("curl h --form-string a=@b").body).parts[0].value, "@b");
    EXPECT_EQ(std::get<TextBody>(httpOf(R"(curl h --data-raw $'pass\u0021 \x41\n\q')").body).text,
              "pass! A\n\\q");
}

TEST(Curl, WhatAPlanCannotHoldStaysText) {
    EXPECT_EQ(std::get<TextBody>(httpOf("curl h -d 'a=%d2'").body).text, "a=%d2") << "no UTF-8 when decoded";
    EXPECT_EQ(std::get<TextBody>(httpOf(R"(curl h -d '{"a":1,"a":2}')").body).text, R"({"a":1,"a":2})");
    EXPECT_EQ(parseCurl(R"(curl h -d $'\xff')").error().kind, CurlErrorKind::NotUtf8);
}

TEST(Curl, OptionsMayBeShortLongAndTogether) {
    EXPECT_EQ(httpOf("curl -sSXPUT h").method, "PUT");
    EXPECT_EQ(httpOf("curl --request=DELETE h").method, "DELETE");
    EXPECT_EQ(httpOf("curl -I h").method, "HEAD");
    EXPECT_EQ(httpOf("curl h").url, "http://h");
    EXPECT_EQ(std::get<BasicAuth>(httpOf("curl -u me:pa:ss h").auth).password, "pa:ss");
    EXPECT_EQ(httpOf("curl -m 2.5 h").timeout.value, std::chrono::milliseconds(2500));
    EXPECT_EQ(httpOf("curl -o out.txt h").url, "http://h") << "the value of -o is no URL";
}

TEST(Curl, WhatIsNoneIsTold) {
    const auto kind = [](const char* command) { return parseCurl(command).error().kind; };
    EXPECT_EQ(kind("wget http://h"), CurlErrorKind::NotCurl);
    EXPECT_EQ(kind("curly http://h"), CurlErrorKind::NotCurl);
    EXPECT_EQ(kind("curl"), CurlErrorKind::NoUrl);
    EXPECT_EQ(kind("curl 'http://h"), CurlErrorKind::OpenQuote);
    EXPECT_EQ(kind("curl http://h -X"), CurlErrorKind::MissingValue);
    EXPECT_EQ(kind("curl ftp://h"), CurlErrorKind::NotAUrl);
}

TEST(Curl, ARequestIsACommandThatReadsAsItAgain) {
    const std::string command = curlCommand(
        "POST", "http://h/x?a='b'", {"Host: h", "X-Mine: it's", "Content-Length: 3"}, "{\"a\":\"'\"}");
    const auto http = httpOf(command.c_str());
    EXPECT_EQ(http.method, "POST");
    EXPECT_EQ(http.url, "http://h/x?a='b'");
    EXPECT_THAT(http.headers, ElementsAre(Pair("X-Mine", "it's")));
    EXPECT_EQ(std::get<JsonBody>(http.body).json.compactText(), "{\"a\":\"'\"}");
    EXPECT_EQ(curlCommand("GET", "http://h/", {}, ""), "curl 'http://h/'");
}

} // namespace
} // namespace bw::interchange
