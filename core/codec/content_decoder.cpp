#include "core/codec/content_decoder.h"

#include "core/codec/http1_writer.h"

#include <array>
#include <zlib.h>

namespace bw::codec {

namespace {

constexpr int gzipWindow = 15 + 16;
constexpr int zlibWindow = 15;
constexpr int rawWindow = -15;

// RFC 1950 §2.2: method 8 and a check over both bytes. Raw deflate data hardly ever looks so.
bool isZlibHeader(std::byte first, std::byte second) {
    const unsigned cmf = std::to_integer<unsigned>(first);
    const unsigned flg = std::to_integer<unsigned>(second);
    return (cmf & 15) == 8 && (cmf >> 4) <= 7 && (cmf * 256 + flg) % 31 == 0;
}

} // namespace

std::optional<ContentCoding> parseContentCoding(std::string_view value) {
    if (value.empty() || equalsIgnoringCase(value, "identity")) {
        return ContentCoding::Identity;
    }
    if (equalsIgnoringCase(value, "gzip") || equalsIgnoringCase(value, "x-gzip")) {
        return ContentCoding::Gzip;
    }
    if (equalsIgnoringCase(value, "deflate")) {
        return ContentCoding::Deflate;
    }
    return std::nullopt;
}

struct ContentDecoder::State {
    enum class Phase { Start, Inside, Ended };

    z_stream stream{};
    bool isReady = false;
    ContentCoding coding = ContentCoding::Identity;
    Phase phase = Phase::Start;
    std::optional<std::byte> firstByte; // of a deflate body, until the second tells its kind
    std::uint64_t left = 0;
    std::optional<ContentError> error;

    ~State() {
        if (isReady) {
            inflateEnd(&stream);
        }
    }

    Result<void, ContentError> fail(ContentError why) {
        error = why;
        return std::unexpected(why);
    }

    Result<void, ContentError> open(int window) {
        const int done = isReady ? inflateReset2(&stream, window) : inflateInit2(&stream, window);
        if (done != Z_OK) {
            return fail(ContentError::NoMemory);
        }
        isReady = true;
        phase = Phase::Inside;
        return {};
    }

    Result<void, ContentError> deliver(std::span<const std::byte> bytes, ByteSink& sink) {
        if (bytes.size() > left) {
            return fail(ContentError::TooLarge);
        }
        left -= bytes.size();
        if (!bytes.empty()) {
            sink.onBytes(bytes);
        }
        return {};
    }

    Result<void, ContentError> begin(std::span<const std::byte> bytes, ByteSink& sink);
    Result<void, ContentError> inflateAll(std::span<const std::byte> bytes, ByteSink& sink);
    Result<bool, ContentError> step(ByteSink& sink);
};

ContentDecoder::ContentDecoder()
    : m_state(std::make_unique<State>()) {}

ContentDecoder::~ContentDecoder() = default;

void ContentDecoder::reset(ContentCoding coding, std::uint64_t outputLimit) {
    m_state->coding = coding;
    m_state->phase = State::Phase::Start;
    m_state->firstByte.reset();
    m_state->left = outputLimit;
    m_state->error.reset();
}

Result<void, ContentError> ContentDecoder::feed(std::span<const std::byte> bytes, ByteSink& sink) {
    State& state = *m_state;
    if (state.error) {
        return std::unexpected(*state.error);
    }
    if (bytes.empty()) {
        return {};
    }
    if (state.coding == ContentCoding::Identity) {
        return state.deliver(bytes, sink);
    }
    return state.phase == State::Phase::Start ? state.begin(bytes, sink) : state.inflateAll(bytes, sink);
}

Result<void, ContentError> ContentDecoder::finish() {
    State& state = *m_state;
    if (state.error) {
        return std::unexpected(*state.error);
    }
    const bool isWhole = state.coding == ContentCoding::Identity || state.phase == State::Phase::Ended ||
                         (state.phase == State::Phase::Start && !state.firstByte);
    if (!isWhole) {
        return state.fail(ContentError::Truncated);
    }
    return {};
}

Result<void, ContentError> ContentDecoder::State::begin(std::span<const std::byte> bytes, ByteSink& sink) {
    if (coding == ContentCoding::Gzip) {
        if (auto opened = open(gzipWindow); !opened) {
            return opened;
        }
        return inflateAll(bytes, sink);
    }
    if (!firstByte) {
        firstByte = bytes.front();
        bytes = bytes.subspan(1);
        if (bytes.empty()) {
            return {};
        }
    }
    const std::byte first = *firstByte;
    if (auto opened = open(isZlibHeader(first, bytes.front()) ? zlibWindow : rawWindow); !opened) {
        return opened;
    }
    if (auto done = inflateAll(std::span(&first, 1), sink); !done) {
        return done;
    }
    return inflateAll(bytes, sink);
}

Result<void, ContentError> ContentDecoder::State::inflateAll(std::span<const std::byte> bytes,
                                                             ByteSink& sink) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    for (;;) {
        if (phase == Phase::Ended) {
            if (stream.avail_in == 0 || coding != ContentCoding::Gzip) {
                return {}; // servers pad deflate bodies; what follows the stream is nobody's
            }
            if (auto again = open(gzipWindow); !again) { // RFC 1952 §2.2: members may follow each other
                return again;
            }
        }
        const auto wantsMore = step(sink);
        if (!wantsMore) {
            return std::unexpected(wantsMore.error());
        }
        if (!*wantsMore) {
            return {};
        }
    }
}

// One round of inflate; true while there may be more to do with the input at hand.
Result<bool, ContentError> ContentDecoder::State::step(ByteSink& sink) {
    std::array<std::byte, 16 * 1024> out;
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = inflate(&stream, Z_NO_FLUSH);
    if (done == Z_MEM_ERROR) {
        return std::unexpected(fail(ContentError::NoMemory).error());
    }
    if (done != Z_OK && done != Z_STREAM_END && done != Z_BUF_ERROR) {
        return std::unexpected(fail(ContentError::Corrupt).error());
    }
    const std::size_t made = out.size() - stream.avail_out;
    if (auto given = deliver(std::span(out).first(made), sink); !given) {
        return std::unexpected(given.error());
    }
    if (done == Z_STREAM_END) {
        phase = Phase::Ended;
        return true;
    }
    return stream.avail_out == 0;
}

} // namespace bw::codec
