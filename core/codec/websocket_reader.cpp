#include "core/codec/websocket_reader.h"

#include <algorithm>
#include <utility>

namespace bw::codec {
namespace {

std::uint64_t bigEndian(std::span<const std::uint8_t> bytes) {
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes) {
        number = number << 8U | byte;
    }
    return number;
}

// Bytes of the length behind the second byte of a head.
std::size_t extendedLength(unsigned second) {
    const unsigned length = second & 0x7FU;
    return length == 126 ? 2 : length == 127 ? 8 : 0;
}

// How many bytes the head has, as far as can be told.
std::size_t headSize(std::span<const std::uint8_t> head) {
    if (head.size() < 2) {
        return 2;
    }
    return 2 + extendedLength(head[1]) + ((head[1] & 0x80U) != 0 ? 4 : 0);
}

bool isKnown(unsigned opcode) {
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

} // namespace

std::string_view frameErrorName(WsError error) {
    constexpr std::array<std::string_view, 11> names = {"",
                                                        "reserved_bit",
                                                        "reserved_opcode",
                                                        "masking",
                                                        "control_frame",
                                                        "unexpected_continuation",
                                                        "frame_length",
                                                        "message_too_large",
                                                        "no_utf8",
                                                        "close_frame",
                                                        "broken_compression"};
    return names[static_cast<std::size_t>(error)];
}

WsCloseCode closeCodeFor(WsError error) {
    switch (error) {
    case WsError::Utf8:
    case WsError::Compression:
        return WsCloseCode::InvalidData;
    case WsError::TooLarge:
        return WsCloseCode::TooLarge;
    default:
        return WsCloseCode::ProtocolError;
    }
}

WsReader::WsReader(Side side, WsSink& sink, PartialPool& pool, std::size_t messageBytes,
                   MessageDeflate* deflate)
    : m_sink(sink)
    , m_pool(pool)
    , m_deflate(deflate)
    , m_messageBytes(messageBytes)
    , m_side(side) {}

WsReader::~WsReader() {
    m_pool.give(std::move(m_message));
    m_pool.give(std::move(m_control));
}

WsReader::Step WsReader::fail(WsError error) {
    m_state = State::Failed;
    m_error = error;
    return Step::End;
}

WsReader::State WsReader::feed(std::span<const std::byte> bytes) {
    std::string_view left(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    // A frame without payload ends with its head.
    while (m_state == State::Open && (!left.empty() || (m_isInFrame && m_frame.size == 0))) {
        if ((m_isInFrame ? readPayload(left) : readHead(left)) == Step::Stopped) {
            return State::Stopped;
        }
    }
    return m_state;
}

WsReader::Step WsReader::readHead(std::string_view& bytes) {
    const auto* at = reinterpret_cast<const std::uint8_t*>(bytes.data());
    if (m_headSize == 0 && bytes.size() >= headSize({at, bytes.size()})) {
        const std::size_t size = headSize({at, bytes.size()});
        bytes.remove_prefix(size);
        return beginFrame({at, size});
    }
    // Cut: what is there is kept until the rest comes.
    while (!bytes.empty()) {
        m_head[m_headSize++] = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        const std::span<const std::uint8_t> head(m_head.data(), m_headSize);
        if (head.size() == 2) { // what is wrong by now need not be waited for
            if (const WsError error = checkFrame(head[0], head[1]); error != WsError::None) {
                return fail(error);
            }
        }
        if (head.size() >= 2 && head.size() == headSize(head)) {
            m_headSize = 0;
            return beginFrame(head);
        }
    }
    return Step::GoOn;
}

WsError WsReader::checkFrame(unsigned first, unsigned second) const {
    const unsigned opcode = first & 0x0FU;
    const bool isFinal = (first & 0x80U) != 0;
    const bool isControlFrame = (opcode & 0x8U) != 0;
    const bool mayBeCompressed = m_deflate != nullptr && !isControlFrame && opcode != 0;
    if ((first & 0x30U) != 0 || ((first & 0x40U) != 0 && !mayBeCompressed)) {
        return WsError::ReservedBit;
    }
    if (!isKnown(opcode)) {
        return WsError::ReservedOpcode;
    }
    if (((second & 0x80U) != 0) != (m_side == Side::Server)) {
        return WsError::Mask;
    }
    if (isControlFrame) {
        return isFinal && (second & 0x7FU) <= kMaxControlPayload ? WsError::None : WsError::ControlFrame;
    }
    return (opcode == 0) == m_isInMessage ? WsError::None : WsError::Continuation;
}

WsReader::Step WsReader::beginFrame(std::span<const std::uint8_t> head) {
    if (const WsError error = checkFrame(head[0], head[1]); error != WsError::None) {
        return fail(error);
    }
    m_frame = {};
    m_frame.opcode = static_cast<WsOpcode>(head[0] & 0x0FU);
    m_frame.isFinal = (head[0] & 0x80U) != 0;
    m_frame.isMasked = (head[1] & 0x80U) != 0;
    const std::size_t lengthBytes = extendedLength(head[1]);
    m_frame.size = lengthBytes == 0 ? head[1] & 0x7FU : bigEndian(head.subspan(2, lengthBytes));
    m_frame.mask = m_frame.isMasked ? static_cast<std::uint32_t>(bigEndian(head.last(4))) : 0;
    if (m_frame.size >> 63U != 0) {
        return fail(WsError::Length);
    }
    if (!isControl()) {
        if (m_frame.size > m_messageBytes - std::min(m_messageBytes, m_message.size())) {
            return fail(WsError::TooLarge);
        }
        if (m_frame.opcode != WsOpcode::Continuation) {
            m_kind = m_frame.opcode == WsOpcode::Text ? WsMessageKind::Text : WsMessageKind::Binary;
            m_isCompressed = (head[0] & 0x40U) != 0;
            m_text.reset();
        }
    }
    m_isInFrame = true;
    return Step::GoOn;
}

WsReader::Step WsReader::readPayload(std::string_view& bytes) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_frame.size - m_frame.done));
    const std::string_view piece = bytes.substr(0, count);
    bytes.remove_prefix(count);
    if (m_frame.done == 0 && count == m_frame.size) {
        return readWhole(piece);
    }
    if (keep(piece) == Step::End) {
        return Step::End;
    }
    m_frame.done += count;
    return m_frame.done == m_frame.size ? endFrame() : Step::GoOn;
}

// A frame that was not cut; where nothing is to be undone, nothing is copied.
WsReader::Step WsReader::readWhole(std::string_view payload) {
    if (!m_frame.isMasked && isControl()) {
        m_isInFrame = false;
        return tellControl(payload);
    }
    const bool isAlone = !m_frame.isMasked && m_frame.isFinal && m_frame.opcode != WsOpcode::Continuation;
    if (!isAlone || m_isCompressed) {
        return keep(payload) == Step::End ? Step::End : endFrame();
    }
    m_isInFrame = false;
    if (m_kind == WsMessageKind::Text && (!m_text.feed(payload) || !m_text.isComplete())) {
        return fail(WsError::Utf8);
    }
    return m_sink.onMessage(m_kind, payload) ? Step::GoOn : Step::Stopped;
}

WsReader::Step WsReader::keep(std::string_view piece) {
    std::string& into = isControl() ? m_control : m_message;
    if (into.empty() && into.capacity() <= std::string().capacity()) {
        into = m_pool.take();
    }
    const std::size_t begin = into.size();
    into += piece;
    if (m_frame.isMasked) {
        applyMask(into.data() + begin, piece.size(), m_frame.mask,
                  static_cast<std::size_t>(m_frame.done % 4));
    }
    const bool isText = !isControl() && m_kind == WsMessageKind::Text && !m_isCompressed;
    if (isText && !m_text.feed(std::string_view(into).substr(begin))) {
        return fail(WsError::Utf8);
    }
    return Step::GoOn;
}

WsReader::Step WsReader::endFrame() {
    m_isInFrame = false;
    if (!isControl()) {
        m_isInMessage = !m_frame.isFinal;
        return m_isInMessage ? Step::GoOn : endMessage();
    }
    // Neither the text nor what it goes back to is this object's, which the sink may take away.
    PartialPool& pool = m_pool;
    std::string payload = std::exchange(m_control, {});
    const Step step = tellControl(payload);
    pool.give(std::move(payload));
    return step;
}

WsReader::Step WsReader::endMessage() {
    if (m_kind == WsMessageKind::Text && !m_isCompressed && !m_text.isComplete()) {
        return fail(WsError::Utf8);
    }
    PartialPool& pool = m_pool;
    std::string message = std::exchange(m_message, {});
    Step step = Step::GoOn;
    if (m_isCompressed) {
        step = tellInflated(message);
    } else if (!m_sink.onMessage(m_kind, message)) {
        step = Step::Stopped;
    }
    pool.give(std::move(message));
    return step;
}

WsReader::Step WsReader::tellInflated(std::string_view payload) {
    PartialPool& pool = m_pool;
    std::string message = pool.take();
    if (const auto done = m_deflate->inflate(payload, m_messageBytes, message); !done) {
        pool.give(std::move(message));
        return fail(done.error() == ContentError::TooLarge ? WsError::TooLarge : WsError::Compression);
    }
    if (m_kind == WsMessageKind::Text && (!m_text.feed(message) || !m_text.isComplete())) {
        pool.give(std::move(message));
        return fail(WsError::Utf8);
    }
    const bool goesOn = m_sink.onMessage(m_kind, message);
    pool.give(std::move(message));
    return goesOn ? Step::GoOn : Step::Stopped;
}

WsReader::Step WsReader::tellControl(std::string_view payload) {
    switch (m_frame.opcode) {
    case WsOpcode::Ping:
        return m_sink.onPing(payload) ? Step::GoOn : Step::Stopped;
    case WsOpcode::Pong:
        return m_sink.onPong(payload) ? Step::GoOn : Step::Stopped;
    default:
        return tellClose(payload);
    }
}

// RFC 6455 §5.5.1: nothing, or a code and perhaps a reason.
WsReader::Step WsReader::tellClose(std::string_view payload) {
    auto code = static_cast<std::uint16_t>(WsCloseCode::NoStatus);
    if (!payload.empty()) {
        const auto* at = reinterpret_cast<const std::uint8_t*>(payload.data());
        code = payload.size() < 2 ? std::uint16_t{0} : static_cast<std::uint16_t>(bigEndian({at, 2}));
        if (!mayBeSent(code)) {
            return fail(WsError::CloseFrame);
        }
        payload.remove_prefix(2);
        Utf8Stream reason;
        if (!reason.feed(payload) || !reason.isComplete()) {
            return fail(WsError::Utf8);
        }
    }
    m_state = State::Closed;
    return m_sink.onClose(code, payload) ? Step::End : Step::Stopped;
}

} // namespace bw::codec
