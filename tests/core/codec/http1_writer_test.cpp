#include "core/codec/http1_writer.h"

#include <gtest/gtest.h>

namespace bw::codec {
namespace {

TEST(Http1Writer, WritesARequestHead) {
    std::string out = "before ";
    const HeaderField fields[] = {{"Host", "a:1"}, {"X", ""}};
    ASSERT_TRUE(appendRequestHead(out, "POST", "/x?y=1", fields, 12));
    EXPECT_EQ(out, "before POST /x?y=1 HTTP/1.1\r\nHost: a:1\r\nX: \r\nContent-Length: 12\r\n\r\n");
}

TEST(Http1Writer, WritesAResponseHead) {
    std::string out;
    ASSERT_TRUE(appendResponseHead(out, 404, {}, 0));
    EXPECT_EQ(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    out.clear();
    ASSERT_TRUE(appendResponseHead(out, 799, {}, std::nullopt));
    EXPECT_EQ(out, "HTTP/1.1 799 \r\n\r\n");
}

TEST(Http1Writer, RefusesWhatWouldBeginAnotherFieldOrMessage) {
    std::string out = "kept";
    const auto head = [&](std::string_view method, std::string_view target, std::string_view name,
                          std::string_view value) {
        const HeaderField fields[] = {{"Fine", "x"}, {name, value}};
        const auto done = appendRequestHead(out, method, target, fields, std::nullopt);
        EXPECT_EQ(out, "kept");
        return done ? -1 : static_cast<int>(done.error());
    };
    using std::string_view;
    EXPECT_EQ(head("GE T", "/", "A", "b"), static_cast<int>(HeadError::BadMethod));
    EXPECT_EQ(head("", "/", "A", "b"), static_cast<int>(HeadError::BadMethod));
    EXPECT_EQ(head("GET", "", "A", "b"), static_cast<int>(HeadError::BadTarget));
    EXPECT_EQ(head("GET", "/a b", "A", "b"), static_cast<int>(HeadError::BadTarget));
    EXPECT_EQ(head("GET", "/\r\nX: y", "A", "b"), static_cast<int>(HeadError::BadTarget));
    EXPECT_EQ(head("GET", "/", "A:", "b"), static_cast<int>(HeadError::BadName));
    EXPECT_EQ(head("GET", "/", "", "b"), static_cast<int>(HeadError::BadName));
    EXPECT_EQ(head("GET", "/", "A", "b\r\nC: d"), static_cast<int>(HeadError::BadValue));
    EXPECT_EQ(head("GET", "/", "A", "b\nC: d"), static_cast<int>(HeadError::BadValue));
    EXPECT_EQ(head("GET", "/", "A", string_view("b\0c", 3)), static_cast<int>(HeadError::BadValue));
    EXPECT_EQ(appendStatusLine(out, 99).error(), HeadError::BadStatus);
    EXPECT_EQ(appendStatusLine(out, 1000).error(), HeadError::BadStatus);
    EXPECT_EQ(out, "kept");
}

TEST(Http1Writer, ComparesNamesWithoutCase) {
    EXPECT_TRUE(equalsIgnoringCase("Content-TYPE", "content-type"));
    EXPECT_FALSE(equalsIgnoringCase("content-type", "content-typ"));
    EXPECT_FALSE(equalsIgnoringCase("a[", "a{"));
}

} // namespace
} // namespace bw::codec
