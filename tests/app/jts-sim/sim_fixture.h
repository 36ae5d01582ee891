#pragma once

#include "app/jts-sim/sim/simulator.h"
#include "tests/core/server/raw_client.h"

#include <gmock/gmock.h>
#include <simdjson.h>

namespace bw::jts {

using Answer = server::RawClient::Answer;

// A parsed answer: member("positions/0/quantity") as text, "(none)" when it is missing.
class Json {
public:
    explicit Json(const std::string& text)
        : m_text(text) {
        m_isJson = m_parser.parse(m_text).get(m_root) == simdjson::SUCCESS;
    }

    [[nodiscard]] bool isJson() const { return m_isJson; }

    [[nodiscard]] std::string at(const std::string& path) const {
        simdjson::dom::element element;
        if (!m_isJson || m_root.at_pointer("/" + path).get(element) != simdjson::SUCCESS) {
            return "(none)";
        }
        std::string_view text;
        return element.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::to_string(element);
    }

    [[nodiscard]] double number(const std::string& path) const {
        double value = -1e99;
        if (m_isJson) {
            (void)m_root.at_pointer("/" + path).get(value);
        }
        return value;
    }

private:
    std::string m_text;
    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
    bool m_isJson = false;
};

class SimFixture : public testing::Test {
protected:
    void SetUp() override { start({}); }

    void start(const SimulatorOptions& options) {
        m_client.reset();
        m_simulator.reset();
        auto simulator = Simulator::start(options);
        ASSERT_TRUE(simulator);
        m_simulator = std::move(*simulator);
        m_client = std::make_unique<server::RawClient>(m_simulator->port());
    }

    Answer ask(std::string_view method, std::string_view target, std::string_view body = {}) {
        const std::string field = m_token.empty() ? "" : "Authorization: Bearer " + m_token + "\r\n";
        return m_client->ask(method, target, body, field);
    }

    // The id of an order that was taken.
    std::string order(std::string_view user, std::string_view side, std::string_view quantity,
                      std::string_view symbol = "KRW-BTC") {
        std::string body = R"({"symbol":")";
        body.append(symbol).append(R"(","type":"market","side":")").append(side);
        body.append(R"(","quantity":)")
            .append(quantity)
            .append(R"(,"userId":")")
            .append(user)
            .append(R"("})");
        const Answer answer = ask("POST", "/api/orders", body);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return Json(answer.body).at("orderId");
    }

    Json get(std::string_view target) {
        const Answer answer = ask("GET", target);
        EXPECT_EQ(answer.status, 200) << target << answer.body;
        return Json(answer.body);
    }

    void setFaults(std::string_view json) {
        const Answer answer = ask("PUT", "/admin/faults", json);
        ASSERT_EQ(answer.status, 200) << answer.body;
    }

    void logIn() {
        const Answer answer = ask("POST", "/api/auth/login", R"({"user":"load","password":"load-test"})");
        ASSERT_EQ(answer.status, 200);
        m_token = Json(answer.body).at("token");
    }

    std::string m_token;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<server::RawClient> m_client;
};

} // namespace bw::jts
