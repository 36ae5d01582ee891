#include "core/codec/message_deflate.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace bw::codec {
namespace {

constexpr int kRawWindow = -15;
// Ends each message on the wire, and is left out there (RFC 7692 §7.2.1).
constexpr std::string_view kTail("\x00\x00\xFF\xFF", 4);

} // namespace

struct MessageDeflate::State {
    z_stream in{};
    z_stream out{};
    bool isInReady = false;
    bool isOutReady = false;

    ~State() {
        if (isInReady) {
            inflateEnd(&in);
        }
        if (isOutReady) {
            deflateEnd(&out);
        }
    }
};

MessageDeflate::MessageDeflate()
    : m_state(std::make_unique<State>()) {}

MessageDeflate::~MessageDeflate() = default;

Result<void, ContentError> MessageDeflate::inflate(std::string_view payload, std::size_t limit,
                                                   std::string& out) {
    State& state = *m_state;
    const int ready = state.isInReady ? inflateReset(&state.in) : inflateInit2(&state.in, kRawWindow);
    if (ready != Z_OK) {
        return std::unexpected(ContentError::NoMemory);
    }
    state.isInReady = true;
    const std::size_t begin = out.size();
    std::array<char, 16 * 1024> room; // on the stack, and not written to first
    for (const std::string_view piece : {payload, kTail}) {
        state.in.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        state.in.avail_in = static_cast<uInt>(piece.size());
        int done = Z_OK;
        do {
            state.in.next_out = reinterpret_cast<Bytef*>(room.data());
            state.in.avail_out = static_cast<uInt>(room.size());
            done = ::inflate(&state.in, Z_SYNC_FLUSH);
            if (done != Z_OK && done != Z_BUF_ERROR && done != Z_STREAM_END) {
                return std::unexpected(done == Z_MEM_ERROR ? ContentError::NoMemory : ContentError::Corrupt);
            }
            out.append(room.data(), room.size() - state.in.avail_out);
            if (out.size() - begin > limit) {
                return std::unexpected(ContentError::TooLarge);
            }
        } while (done == Z_OK && (state.in.avail_in > 0 || state.in.avail_out == 0));
        if (done == Z_STREAM_END) {
            return {}; // a final block: what follows is padding (RFC 7692 §7.2.3.5)
        }
        if (state.in.avail_in > 0) {
            return std::unexpected(ContentError::Corrupt);
        }
    }
    return {};
}

bool MessageDeflate::deflate(std::string_view message, std::string& out) {
    State& state = *m_state;
    const int ready = state.isOutReady ? deflateReset(&state.out)
                                       : deflateInit2(&state.out, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                                                      kRawWindow, 8, Z_DEFAULT_STRATEGY);
    if (ready != Z_OK) {
        return false;
    }
    state.isOutReady = true;
    state.out.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(message.data()));
    state.out.avail_in = static_cast<uInt>(message.size());
    std::array<char, 16 * 1024> room;
    do {
        state.out.next_out = reinterpret_cast<Bytef*>(room.data());
        state.out.avail_out = static_cast<uInt>(room.size());
        const int done = ::deflate(&state.out, Z_SYNC_FLUSH);
        if (done != Z_OK && done != Z_BUF_ERROR) {
            return false;
        }
        out.append(room.data(), room.size() - state.out.avail_out);
    } while (state.out.avail_out == 0);
    if (out.ends_with(kTail)) {
        out.resize(out.size() - kTail.size());
    }
    return true;
}

} // namespace bw::codec
