#include "core/codec/base64.h"
#include "core/codec/form.h"

#include <gtest/gtest.h>

namespace bw::codec {
namespace {

TEST(Form, EncodesFieldsAsBrowsersDo) {
    std::string out;
    appendFormField(out, "a b", "1+1=2&é");
    appendFormField(out, "c", "x*-._~");
    EXPECT_EQ(out, "a+b=1%2B1%3D2%26%C3%A9&c=x*-._%7E");
}

TEST(Base64, ComesBack) {
    for (const std::string_view bytes : {"", "a", "ab", "abc", "abcd", "\xFF\x01\x80"}) {
        std::string text;
        appendBase64(text, bytes);
        std::string back;
        EXPECT_TRUE(appendFromBase64(back, text)) << text;
        EXPECT_EQ(back, bytes);
    }
}

TEST(Base64, WhatIsNoneIsRefused) {
    for (const std::string_view text :
         {"a", "ab", "abc", "=", "====", "a===", "YQ=", "YR==", "Y Q=", "YQ==YQ==", "Yq-_"}) {
        std::string out;
        EXPECT_FALSE(appendFromBase64(out, text)) << text;
    }
}

TEST(Form, BuildsMultipartBodies) {
    std::string out;
    const MultipartPart parts[] = {
        {.name = "field", .fileName = std::nullopt, .contentType = "", .body = "value"},
        {.name = "up\"load", .fileName = "a\r\nb.csv", .contentType = "text/csv", .body = "1,2\r\n"},
    };
    ASSERT_TRUE(appendMultipart(out, "XyZ", parts));
    EXPECT_EQ(out,
              "--XyZ\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nvalue\r\n"
              "--XyZ\r\nContent-Disposition: form-data; name=\"up%22load\"; filename=\"a%0D%0Ab.csv\"\r\n"
              "Content-Type: text/csv\r\n\r\n1,2\r\n\r\n--XyZ--\r\n");
    EXPECT_EQ(multipartContentType("XyZ"), "multipart/form-data; boundary=XyZ");
    EXPECT_EQ(multipartContentType("a b"), "multipart/form-data; boundary=\"a b\"");
}

TEST(Form, RefusesWhatWouldBreakTheFraming) {
    std::string out;
    const MultipartPart holding[] = {{.name = "a", .fileName = {}, .contentType = "", .body = "x--XyZ"}};
    EXPECT_EQ(appendMultipart(out, "XyZ", holding).error(), MultipartError::BoundaryInBody);
    const MultipartPart typed[] = {{.name = "a", .fileName = {}, .contentType = "a\r\nB: c", .body = ""}};
    EXPECT_EQ(appendMultipart(out, "XyZ", typed).error(), MultipartError::BadContentType);
    EXPECT_EQ(appendMultipart(out, "", {}).error(), MultipartError::BadBoundary);
    EXPECT_EQ(appendMultipart(out, "a\"b", {}).error(), MultipartError::BadBoundary);
    EXPECT_EQ(appendMultipart(out, std::string(71, 'x'), {}).error(), MultipartError::BadBoundary);
    EXPECT_EQ(out, "");
}

TEST(Base64, EncodesWithPadding) {
    const auto encoded = [](std::string_view text) {
        std::string out;
        appendBase64(out, text);
        return out;
    };
    EXPECT_EQ(encoded(""), "");
    EXPECT_EQ(encoded("f"), "Zg==");
    EXPECT_EQ(encoded("fo"), "Zm8=");
    EXPECT_EQ(encoded("foo"), "Zm9v");
    EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
    EXPECT_EQ(encoded("\xff\xfe\xfd"), "//79");
    EXPECT_EQ(basicCredentials("Aladdin", "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
}

} // namespace
} // namespace bw::codec
