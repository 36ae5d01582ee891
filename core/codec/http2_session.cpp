#include "core/codec/http2_session.h"

#include "core/codec/nghttp2_memory.h"

#include <algorithm>
#include <array>
#include <nghttp2/nghttp2.h>
#include <vector>

namespace bw::codec {
namespace {

std::string_view view(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

// A vector that keeps its room between calls of one thread.
std::vector<nghttp2_nv>& pairsOf(std::span<const HeaderField> fields) {
    static thread_local std::vector<nghttp2_nv> pairs;
    pairs.clear();
    for (const HeaderField& field : fields) {
        nghttp2_nv pair{};
        pair.name = reinterpret_cast<std::uint8_t*>(const_cast<char*>(field.name.data()));
        pair.namelen = field.name.size();
        pair.value = reinterpret_cast<std::uint8_t*>(const_cast<char*>(field.value.data()));
        pair.valuelen = field.value.size();
        pair.flags = NGHTTP2_NV_FLAG_NONE;
        pairs.push_back(pair);
    }
    return pairs;
}

bool isInterim(std::string_view status) {
    return status.size() == 3 && status.front() == '1';
}

bool endsStream(const nghttp2_frame& frame) {
    return (frame.hd.type == NGHTTP2_HEADERS || frame.hd.type == NGHTTP2_DATA) &&
           (frame.hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
}

} // namespace

std::string_view http2ErrorName(std::uint32_t code) {
    return nghttp2_http2_strerror(code);
}

// nghttp2's callbacks, in one place.
struct Http2Session::Callbacks {
    static Http2Session& self(void* context) { return *static_cast<Http2Session*>(context); }

    static int onBeginHeaders(nghttp2_session* session, const nghttp2_frame* frame, void* context) {
        Http2Session& own = self(context);
        const Http2StreamId id = frame->hd.stream_id;
        StreamState* state = own.find(id);
        if (state == nullptr) {
            if (frame->headers.cat != NGHTTP2_HCAT_REQUEST) {
                return 0; // of a stream that was given up
            }
            state = &own.add();
            nghttp2_session_set_stream_user_data(session, id, state);
        }
        state->isTrailer = state->isFinal;
        if (!state->isTrailer) {
            own.m_sink.onHeadersBegin(id);
        }
        return 0;
    }

    static int onHeader(nghttp2_session* /*session*/, const nghttp2_frame* frame, const std::uint8_t* name,
                        std::size_t nameSize, const std::uint8_t* value, std::size_t valueSize,
                        std::uint8_t /*flags*/, void* context) {
        Http2Session& own = self(context);
        const Http2StreamId id = frame->hd.stream_id;
        StreamState* state = own.find(id);
        if (state == nullptr) {
            return 0;
        }
        // As the list's size is counted: RFC 9113 §6.5.2.
        state->headerBytes += nameSize + valueSize + 32;
        if (state->headerBytes > own.m_headerBytes) {
            state->isTooLarge = true;
            return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE; // resets the stream
        }
        const std::string_view key = view(name, nameSize);
        if (key == ":status" || key == ":method") {
            state->isFinal = !isInterim(view(value, valueSize));
        }
        if (!state->isTrailer) {
            own.m_sink.onHeader(id, key, view(value, valueSize));
        }
        return 0;
    }

    static int onData(nghttp2_session* /*session*/, std::uint8_t /*flags*/, std::int32_t id,
                      const std::uint8_t* data, std::size_t size, void* context) {
        Http2Session& own = self(context);
        if (own.find(id) != nullptr) {
            own.m_sink.onBody(id, std::as_bytes(std::span(data, size)));
        }
        return 0;
    }

    static int onFrame(nghttp2_session* /*session*/, const nghttp2_frame* frame, void* context) {
        Http2Session& own = self(context);
        if (endsStream(*frame) && own.find(frame->hd.stream_id) != nullptr) {
            own.m_sink.onMessageEnd(frame->hd.stream_id);
        }
        return 0;
    }

    static int onFrameSent(nghttp2_session* /*session*/, const nghttp2_frame* frame, void* context) {
        Http2Session& own = self(context);
        if (endsStream(*frame) && own.find(frame->hd.stream_id) != nullptr) {
            own.m_sink.onWritten(frame->hd.stream_id);
        }
        return 0;
    }

    static int onClose(nghttp2_session* /*session*/, std::int32_t id, std::uint32_t code, void* context) {
        Http2Session& own = self(context);
        StreamState* state = own.find(id);
        if (state == nullptr) {
            return 0;
        }
        const bool isTooLarge = state->isTooLarge;
        own.remove(id, *state);
        Http2End end = Http2End::Reset;
        if (code == NGHTTP2_NO_ERROR) {
            end = Http2End::Complete;
        } else if (code == NGHTTP2_REFUSED_STREAM) {
            end = Http2End::Refused;
        } else if (isTooLarge) {
            end = Http2End::HeadersTooLarge;
        } else if (code == NGHTTP2_PROTOCOL_ERROR && own.m_isTaking) {
            end = Http2End::Protocol;
        }
        own.m_sink.onStreamEnd(id, end, code);
        return 0;
    }

    static ssize_t readBody(nghttp2_session* /*session*/, std::int32_t id, std::uint8_t* into,
                            std::size_t size, std::uint32_t* flags, nghttp2_data_source* /*source*/,
                            void* context) {
        StreamState* state = self(context).find(id);
        if (state == nullptr) {
            return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
        }
        const std::size_t count = std::min(size, state->body.size());
        std::ranges::copy(state->body.substr(0, count), reinterpret_cast<char*>(into));
        state->body.remove_prefix(count);
        if (state->body.empty()) {
            *flags |= NGHTTP2_DATA_FLAG_EOF;
        }
        return static_cast<ssize_t>(count);
    }

    static const nghttp2_session_callbacks* all() {
        static const nghttp2_session_callbacks* const made = [] {
            nghttp2_session_callbacks* callbacks = nullptr;
            nghttp2_session_callbacks_new(&callbacks);
            nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, &onBeginHeaders);
            nghttp2_session_callbacks_set_on_header_callback(callbacks, &onHeader);
            nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, &onData);
            nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, &onFrame);
            nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, &onFrameSent);
            nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, &onClose);
            return callbacks;
        }();
        return made;
    }
};

Http2Session::Http2Session(Side side, Http2Sink& sink, const Http2Settings& settings)
    : m_sink(sink)
    , m_headerBytes(settings.headerBytes) {
    nghttp2_option* option = nullptr;
    nghttp2_option_new(&option);
    nghttp2_option_set_max_reserved_remote_streams(option, 0);
    nghttp2_option_set_no_closed_streams(option, 1); // they serve priorities, which nobody here uses
    const bool isClient = side == Side::Client;
    (isClient ? nghttp2_session_client_new3 : nghttp2_session_server_new3)(&m_session, Callbacks::all(), this,
                                                                           option, nghttp2Memory());
    nghttp2_option_del(option);
    const std::array common = {
        nghttp2_settings_entry{NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, settings.streamWindow},
        nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE,
                               static_cast<std::uint32_t>(settings.headerBytes)},
        isClient
            ? nghttp2_settings_entry{NGHTTP2_SETTINGS_ENABLE_PUSH, 0}
            : nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, settings.concurrentStreams},
    };
    nghttp2_submit_settings(m_session, NGHTTP2_FLAG_NONE, common.data(), common.size());
    nghttp2_session_set_local_window_size(m_session, NGHTTP2_FLAG_NONE, 0,
                                          static_cast<std::int32_t>(settings.connectionWindow));
}

Http2Session::~Http2Session() {
    nghttp2_session_del(m_session);
}

Http2Session::StreamState* Http2Session::find(Http2StreamId stream) {
    return static_cast<StreamState*>(nghttp2_session_get_stream_user_data(m_session, stream));
}

Http2Session::StreamState& Http2Session::add() {
    if (m_free.empty()) {
        return m_streams.emplace_back();
    }
    StreamState& state = *m_free.back();
    m_free.pop_back();
    state = {};
    return state;
}

void Http2Session::remove(Http2StreamId stream, StreamState& state) {
    nghttp2_session_set_stream_user_data(m_session, stream, nullptr);
    m_free.push_back(&state);
}

bool Http2Session::receive(std::span<const std::byte> bytes) {
    const ssize_t read = nghttp2_session_mem_recv(
        m_session, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return read == static_cast<ssize_t>(bytes.size());
}

void Http2Session::take(std::string& out) {
    m_isTaking = true;
    const std::uint8_t* bytes = nullptr;
    for (;;) {
        const ssize_t size = nghttp2_session_mem_send(m_session, &bytes);
        if (size <= 0) {
            break;
        }
        out.append(view(bytes, static_cast<std::size_t>(size)));
    }
    m_isTaking = false;
}

Http2StreamId Http2Session::request(std::span<const HeaderField> fields, std::string_view body) {
    const auto& pairs = pairsOf(fields);
    nghttp2_data_provider provider{};
    provider.read_callback = &Callbacks::readBody;
    StreamState& state = add();
    state.body = body;
    const Http2StreamId id = nghttp2_submit_request(m_session, nullptr, pairs.data(), pairs.size(),
                                                    body.empty() ? nullptr : &provider, &state);
    if (id <= 0) {
        m_free.push_back(&state);
    }
    return id;
}

bool Http2Session::respond(Http2StreamId stream, std::span<const HeaderField> fields, std::string_view body) {
    StreamState* state = find(stream);
    if (state == nullptr) {
        return false;
    }
    state->body = body;
    const auto& pairs = pairsOf(fields);
    nghttp2_data_provider provider{};
    provider.read_callback = &Callbacks::readBody;
    return nghttp2_submit_response(m_session, stream, pairs.data(), pairs.size(),
                                   body.empty() ? nullptr : &provider) == 0;
}

void Http2Session::cancel(Http2StreamId stream) {
    reset(stream, NGHTTP2_CANCEL);
}

void Http2Session::reset(Http2StreamId stream, std::uint32_t code) {
    if (StreamState* state = find(stream)) {
        state->body = {}; // its owner may go
    }
    nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, stream, code);
}

void Http2Session::goAway() {
    nghttp2_submit_goaway(m_session, NGHTTP2_FLAG_NONE, nghttp2_session_get_last_proc_stream_id(m_session),
                          NGHTTP2_NO_ERROR, nullptr, 0);
}

bool Http2Session::isOpen(Http2StreamId stream) const {
    return nghttp2_session_get_stream_user_data(m_session, stream) != nullptr;
}

bool Http2Session::mayRequest() const {
    return nghttp2_session_check_request_allowed(m_session) != 0;
}

std::uint32_t Http2Session::peersConcurrentStreams() const {
    return nghttp2_session_get_remote_settings(m_session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS);
}

bool Http2Session::isOver() const {
    return nghttp2_session_want_read(m_session) == 0 && nghttp2_session_want_write(m_session) == 0;
}

} // namespace bw::codec
