#pragma once

#include "core/codec/content_decoder.h"
#include "core/codec/http1_request_parser.h"
#include "core/codec/http1_response_parser.h"

#include <string>

namespace bw::codec {

inline std::span<const std::byte> bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text));
}

inline std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Writes down every event as one readable line; body pieces are joined, since their cut is the packets'.
class ResponseLog final : public Http1ResponseSink {
public:
    std::string text;
    std::string body;
    int completions = 0;

    void onStatus(HttpVersion version, int status) override {
        text += (version == HttpVersion::Http10 ? "1.0 " : "1.1 ") + std::to_string(status) + "\n";
    }
    void onHeader(std::string_view name, std::string_view value) override {
        text.append(name).append("=").append(value).append("\n");
    }
    void onHeadersComplete() override { text += "--\n"; }
    void onBody(std::span<const std::byte> bytes) override { body += textOf(bytes); }
    void onComplete() override { ++completions; }
};

class RequestLog final : public Http1RequestSink {
public:
    std::string text;
    std::string body;
    int completions = 0;

    void onRequestLine(std::string_view method, std::string_view target, HttpVersion version) override {
        text.append(method).append(" ").append(target);
        text += version == HttpVersion::Http10 ? " 1.0\n" : " 1.1\n";
    }
    void onHeader(std::string_view name, std::string_view value) override {
        text.append(name).append("=").append(value).append("\n");
    }
    void onHeadersComplete(Expectation expectation) override {
        text += expectation == Expectation::Continue ? "-- continue\n" : "--\n";
    }
    void onBody(std::span<const std::byte> bytes) override { body += textOf(bytes); }
    void onComplete() override { ++completions; }
};

class BytesLog final : public ByteSink {
public:
    std::string text;
    void onBytes(std::span<const std::byte> bytes) override { text += textOf(bytes); }
};

} // namespace bw::codec
