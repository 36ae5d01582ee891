#include "core/codec/content_decoder.h"
#include "tests/core/codec/recording_sinks.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace bw::codec {
namespace {

std::string compress(std::string_view text, int window) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string out(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string gzip(std::string_view text) {
    return compress(text, 31);
}

struct Decoded {
    std::string text;
    std::optional<ContentError> error;
};

Decoded decode(ContentDecoder& decoder, ContentCoding coding, std::string_view bytes,
               std::size_t step = SIZE_MAX, std::uint64_t limit = UINT64_MAX) {
    BytesLog log;
    decoder.reset(coding, limit);
    for (std::size_t at = 0; at < bytes.size(); at += std::min(step, bytes.size())) {
        const std::string piece(bytes.substr(at, step));
        if (const auto done = decoder.feed(bytesOf(piece), log); !done) {
            return {log.text, done.error()};
        }
    }
    if (const auto done = decoder.finish(); !done) {
        return {log.text, done.error()};
    }
    return {log.text, std::nullopt};
}

std::string sample() {
    std::string text;
    for (int i = 0; i < 5'000; ++i) {
        text += "price " + std::to_string(i * 7919) + ";";
    }
    return text;
}

TEST(ContentDecoder, DecodesEveryCodingInAnyPieces) {
    ContentDecoder decoder;
    const std::string text = sample();
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{999}, SIZE_MAX}) {
        EXPECT_EQ(decode(decoder, ContentCoding::Identity, text, step).text, text);
        EXPECT_EQ(decode(decoder, ContentCoding::Gzip, gzip(text), step).text, text);
        EXPECT_EQ(decode(decoder, ContentCoding::Deflate, compress(text, 15), step).text, text);
        EXPECT_EQ(decode(decoder, ContentCoding::Deflate, compress(text, -15), step).text, text);
        EXPECT_EQ(decode(decoder, ContentCoding::Gzip, gzip("one ") + gzip("two"), step).text, "one two");
    }
}

TEST(ContentDecoder, AnEmptyBodyIsFine) {
    ContentDecoder decoder;
    EXPECT_FALSE(decode(decoder, ContentCoding::Gzip, "").error);
    EXPECT_FALSE(decode(decoder, ContentCoding::Deflate, "").error);
}

TEST(ContentDecoder, ABombStopsAtTheLimit) {
    ContentDecoder decoder;
    const std::string bomb = gzip(std::string(20'000'000, '\0'));
    ASSERT_LT(bomb.size(), 30'000u);
    const auto out = decode(decoder, ContentCoding::Gzip, bomb, SIZE_MAX, 100'000);
    EXPECT_EQ(out.error, ContentError::TooLarge);
    EXPECT_LE(out.text.size(), 100'000u);
    EXPECT_EQ(decode(decoder, ContentCoding::Identity, "hello", SIZE_MAX, 4).error, ContentError::TooLarge);
    EXPECT_FALSE(decode(decoder, ContentCoding::Gzip, gzip("hello"), SIZE_MAX, 5).error);
}

TEST(ContentDecoder, DamageIsFound) {
    ContentDecoder decoder;
    std::string bytes = gzip(sample());
    EXPECT_EQ(decode(decoder, ContentCoding::Gzip, bytes.substr(0, bytes.size() - 1)).error,
              ContentError::Truncated);
    EXPECT_EQ(decode(decoder, ContentCoding::Gzip, "not gzip at all").error, ContentError::Corrupt);
    EXPECT_EQ(decode(decoder, ContentCoding::Deflate, "x").error, ContentError::Truncated);
    bytes[bytes.size() - 6] ^= 1;
    EXPECT_EQ(decode(decoder, ContentCoding::Gzip, bytes).error, ContentError::Corrupt);
    EXPECT_FALSE(decode(decoder, ContentCoding::Gzip, gzip("fine again")).error);
}

TEST(ContentDecoder, TheFirstErrorStays) {
    ContentDecoder decoder;
    BytesLog log;
    decoder.reset(ContentCoding::Gzip, 10);
    ASSERT_FALSE(decoder.feed(bytesOf("garbage garbage"), log));
    EXPECT_EQ(decoder.feed(bytesOf(gzip("x")), log).error(), ContentError::Corrupt);
    EXPECT_EQ(decoder.finish().error(), ContentError::Corrupt);
}

TEST(ContentDecoder, ReadsTheFieldsValue) {
    EXPECT_EQ(parseContentCoding(""), ContentCoding::Identity);
    EXPECT_EQ(parseContentCoding("GZIP"), ContentCoding::Gzip);
    EXPECT_EQ(parseContentCoding("x-gzip"), ContentCoding::Gzip);
    EXPECT_EQ(parseContentCoding("deflate"), ContentCoding::Deflate);
    EXPECT_EQ(parseContentCoding("br"), std::nullopt);
    EXPECT_EQ(parseContentCoding("gzip, deflate"), std::nullopt);
}

} // namespace
} // namespace bw::codec
