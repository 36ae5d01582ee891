#pragma once

#include "core/expr/context.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace bw::engine {

// A message of a WebSocket as expressions see it: it has a body, and nothing else of a response.
class MessageView final : public expr::ResponseView {
public:
    explicit MessageView(std::string_view message)
        : m_message(message) {}
    [[nodiscard]] int status() const override { return 101; }
    [[nodiscard]] double durationMs() const override { return 0; }
    [[nodiscard]] std::uint64_t size() const override { return m_message.size(); }
    [[nodiscard]] std::string_view body() const override { return m_message; }
    [[nodiscard]] std::string_view error() const override { return {}; }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view /*name*/) const override {
        return {};
    }
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view /*name*/) const override {
        return {};
    }

private:
    std::string_view m_message;
};

} // namespace bw::engine
