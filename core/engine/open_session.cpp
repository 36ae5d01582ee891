#include "core/engine/open_session.h"

#include "core/engine/message_time.h"
#include "core/engine/outcomes.h"

#include <algorithm>

namespace bw::engine {
namespace {

// Of messages that an expect step may still ask for.
constexpr std::size_t kMaxRecent = 256;
constexpr std::size_t kMaxRecentBytes = 1U << 20;
// Channels whose numbers are followed in one session.
constexpr std::size_t kMaxChannels = 1024;
constexpr std::size_t kExampleText = 16U << 10;

// A message as expressions see it.
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

} // namespace

OpenSession::OpenSession(VuState& user, const runplan::WebSocketStep& step, std::string_view group)
    : m_user(user)
    , m_worker(user.worker)
    , m_step(step)
    , m_group(group)
    , m_series(m_worker.webSockets.of(user.phase, step, group))
    , m_session(m_worker.client, user.random, user.tlsSessions(), *this) {
    m_user.sessions.push_back(this);
}

OpenSession::~OpenSession() {
    std::erase(m_user.sessions, this);
    for (Waiter* waiter : m_waiters) { // in other lanes of the flow
        waiter->line = nullptr;
        m_worker.reactor.arm(waiter->deadline, Instant::min());
    }
    if (m_stands && !m_hasEnded) {
        const Instant now = m_worker.reactor.now();
        advance(now);
        settleBytes();
        m_worker.webSockets.ended(m_series, metrics::Outcome::Interrupted, 0, now - m_openedAt);
    }
}

void OpenSession::tell(std::string_view part, const expr::EvalError& error) {
    m_worker.tellOnce(m_step.name + "\n" + std::string(part),
                      ExpressionFailed{m_step.name, std::string(part), error});
}

StepEnd OpenSession::failure(std::string_view part, const expr::EvalError& error) {
    if (m_user.ranOutOfRows()) {
        return StepEnd::NoRows;
    }
    ++m_user.failures;
    tell(part, error);
    return StepEnd::GiveUp;
}

void OpenSession::tellFailure(metrics::Outcome outcome, int systemError, std::string_view detail) {
    std::string place = m_step.name + '\n' + std::string(metrics::outcomeName(outcome)) + '\n';
    place += std::to_string(systemError);
    place += detail;
    m_worker.tellOnce(place, ExchangeFailed{m_step.name, outcome, systemError, std::string(detail)});
}

bool OpenSession::render(Branch& branch, StepEnd& end) {
    expr::Context context = m_user.context(branch.last.exists() ? &branch.last : nullptr);
    if (auto rendered = m_step.url.render(context, m_url); !rendered) {
        end = failure("url", rendered.error());
        return false;
    }
    if (!codec::parseUrlInto(m_target, m_url)) {
        ++m_user.failures;
        m_worker.tellOnce(m_step.name, BadRequest{m_step.name, m_worker.plan.masked(m_url)});
        end = StepEnd::GiveUp;
        return false;
    }
    std::vector<std::size_t> ends;
    for (const runplan::HeaderField& field : m_step.headers) {
        if (auto rendered = field.value.render(context, m_fieldText); !rendered) {
            end = failure("headers." + field.name, rendered.error());
            return false;
        }
        ends.push_back(m_fieldText.size());
    }
    std::string cookies;
    if (!m_user.cookies.empty()) {
        m_user.cookies.append(m_target, static_cast<std::int64_t>(m_worker.nowMs() / 1000), cookies);
    }
    const std::size_t begin = m_fieldText.size();
    m_fieldText += cookies;
    // Only now that the text no longer moves.
    const std::string_view text = m_fieldText;
    std::size_t from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        m_fields.push_back({m_step.headers[i].name, text.substr(from, ends[i] - from)});
        from = ends[i];
    }
    if (!cookies.empty()) {
        m_fields.push_back({"Cookie", text.substr(begin)});
    }
    return !m_user.ranOutOfRows();
}

net::Task<bool> OpenSession::open(Branch& branch, StepEnd& end) {
    end = StepEnd::Next;
    if (!render(branch, end)) {
        end = m_user.ranOutOfRows() ? StepEnd::NoRows : end;
        co_return false;
    }
    const Instant now = m_worker.reactor.now();
    HttpWorkPool::Lease work = m_worker.works.take();
    work->exchange.clear();
    const client::WebSocketRequest request{&m_target, m_fields, m_step.protocols, now, now + m_step.timeout};
    const bool stands = co_await m_session.open(request, work->exchange);
    record(work->exchange);
    const client::Exchange& exchange = work->exchange;
    branch.due = exchange.timing.done;
    branch.last.set(exchange, static_cast<double>((exchange.timing.done - now).count()) / 1e6,
                    metrics::outcomeName(outcomeOf(exchange.error)));
    branch.last.drop();
    m_url = {};
    m_fieldText = {};
    m_fields = {};
    co_return stands;
}

void OpenSession::record(const client::Exchange& exchange) {
    const metrics::Outcome outcome = outcomeOf(exchange.error);
    const Instant done = exchange.timing.done;
    advance(done);
    m_worker.webSockets.asked(m_series, outcome, exchange.status, done - exchange.timing.start);
    m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
    m_user.bytesSent += exchange.bytesSent;
    m_user.bytesReceived += exchange.bytesReceived;
    m_settled = {exchange.bytesSent, exchange.bytesReceived};
    if (outcome == metrics::Outcome::Ok) {
        m_stands = true;
        m_openedAt = done;
        return;
    }
    ++m_user.failures;
    tellFailure(outcome, exchange.systemError, exchange.detail);
    if (const std::string kind = exampleKind(outcome, exchange.status);
        m_worker.wantsExample(m_step.name, kind)) {
        std::string answer =
            exchange.status == 0 ? std::string() : "HTTP/1.1 " + std::to_string(exchange.status) + "\n";
        exchange.fields.forEach([&](std::string_view name, std::string_view value) {
            answer.append(name).append(": ").append(value).append("\n");
        });
        m_worker.run.examples.put({m_worker.runTime(done), m_step.name, kind,
                                   m_worker.plan.masked("GET " + m_url),
                                   m_worker.plan.masked(std::move(answer))});
    }
}

StepEnd OpenSession::sendAll() {
    std::string text;
    for (const runplan::WebSocketMessage& message : m_step.send) {
        expr::Context context = m_user.context(nullptr);
        text.clear();
        const auto* json = std::get_if<runplan::JsonBody>(&message);
        const auto rendered = json != nullptr
                                  ? json->json.render(context, text)
                                  : std::get<runplan::TextBody>(message).text.render(context, text);
        if (!rendered || m_user.ranOutOfRows()) {
            return rendered ? StepEnd::NoRows : failure("send", rendered.error());
        }
        if (m_session.send(codec::WsMessageKind::Text, text)) {
            advance(m_worker.reactor.now());
            m_worker.webSockets.sent(m_series);
        }
    }
    return StepEnd::Next;
}

void OpenSession::onMessage(codec::WsMessageKind /*kind*/, std::string_view message, Instant at) {
    advance(at);
    m_worker.webSockets.received(m_series);
    look(message, at);
    offer(message, at); // may destroy this
}

void OpenSession::look(std::string_view message, Instant at) {
    const runplan::WebSocketReceive& receive = m_step.messages;
    if (!receive.timestamp && !receive.sequence && receive.checks.empty() && receive.extracts.empty()) {
        return;
    }
    const MessageView view(message);
    expr::Context context = m_user.context(&view);
    if (receive.timestamp) {
        readTime(context, at);
    }
    if (receive.sequence) {
        readSequence(context);
    }
    check(context, message, at);
    extract(context);
}

void OpenSession::readTime(expr::Context& context, Instant at) {
    const auto value = m_step.messages.timestamp->evaluate(context);
    if (!value) {
        tell("messages.timestamp", value.error());
        return;
    }
    if (const auto sent = messageTime(*value)) {
        const std::int64_t now = m_worker.run.wallStart.nanoseconds + (at - m_worker.run.start).count();
        // Clocks of one machine agree to less than what a millisecond's rounding hides.
        m_worker.webSockets.latency(m_series, std::max(Duration::zero(), Duration(now - *sent)));
    }
}

void OpenSession::readSequence(expr::Context& context) {
    const auto number = m_step.messages.sequence->evaluate(context);
    if (!number) {
        tell("messages.sequence", number.error());
        return;
    }
    if (!number->isNumber()) {
        return; // a message without one
    }
    std::string_view channel;
    Result<expr::Value, expr::EvalError> named = expr::Value();
    if (m_step.messages.channel) {
        named = m_step.messages.channel->evaluate(context);
        if (!named) {
            tell("messages.channel", named.error());
            return;
        }
        channel = named->asString();
    }
    const auto known = std::ranges::find(m_channels, channel, &Channel::name);
    if (known == m_channels.end()) {
        if (m_channels.size() < kMaxChannels) {
            m_channels.push_back({std::string(channel), number->asNumber()});
        }
        return;
    }
    const double gap = number->asNumber() - known->last - 1;
    known->last = number->asNumber();
    if (gap > 0) { // a smaller number is a server that began anew
        m_worker.webSockets.lost(m_series, static_cast<std::uint64_t>(gap));
    }
}

void OpenSession::check(expr::Context& context, std::string_view message, Instant at) {
    const auto& checks = m_step.messages.checks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const auto result = checks[i].condition.test(context);
        if (!result) {
            tell(checks[i].name, result.error());
        }
        const bool passed = result && *result;
        m_worker.steps.check(m_user.phase, m_step.site, checks, m_group, i, passed);
        (passed ? m_worker.counters.checksPassed : m_worker.counters.checksFailed).add();
        if (passed) {
            continue;
        }
        ++m_user.failures;
        if (const std::string kind = "check " + checks[i].name; m_worker.wantsExample(m_step.name, kind)) {
            m_worker.run.examples.put({m_worker.runTime(at),
                                       m_step.name,
                                       kind,
                                       {},
                                       m_worker.plan.masked(std::string(message.substr(0, kExampleText)))});
        }
    }
}

void OpenSession::extract(expr::Context& context) {
    for (const runplan::Extractor& extractor : m_step.messages.extracts) {
        auto value = extractor.value.evaluate(context);
        if (!value) {
            tell(extractor.name, value.error());
        } else if (!value->isUndefined()) { // another kind of message does not take it away
            m_user.slots[extractor.slot.value] = std::move(*value);
        }
    }
}

bool OpenSession::fulfils(const runplan::ExpectStep& step, std::string_view message, Instant /*at*/) {
    const MessageView view(message);
    expr::Context context = m_user.context(&view);
    const auto result = step.condition.test(context);
    if (!result) {
        m_worker.tellOnce(step.name + "\n" + std::string(step.condition.source()),
                          ExpressionFailed{step.name, std::string(step.condition.source()), result.error()});
    }
    return result && *result;
}

// To those who wait for it; otherwise it is kept for who comes later.
void OpenSession::offer(std::string_view message, Instant at) {
    if (!m_step.isExpectedOf) {
        return;
    }
    const auto wanted = std::ranges::find_if(
        m_waiters, [&](const Waiter* waiter) { return fulfils(waiter->step, message, at); });
    if (wanted != m_waiters.end()) {
        Waiter& waiter = **wanted;
        m_recent.clear();
        m_recentBytes = 0;
        waiter.came = at;
        waiter.turn.give(true); // may destroy this
        return;
    }
    m_recent.emplace_back(message);
    m_recentBytes += message.size();
    while (m_recent.size() > kMaxRecent || m_recentBytes > kMaxRecentBytes) {
        m_recentBytes -= m_recent.front().size();
        m_recent.pop_front();
    }
}

bool OpenSession::findRecent(const runplan::ExpectStep& step) {
    const Instant now = m_worker.reactor.now();
    const auto recent = std::ranges::find_if(
        m_recent, [&](const std::string& message) { return fulfils(step, message, now); });
    if (recent == m_recent.end()) {
        return false;
    }
    m_recent.erase(m_recent.begin(), recent + 1);
    m_recentBytes = 0;
    for (const std::string& message : m_recent) {
        m_recentBytes += message.size();
    }
    return true;
}

net::Task<bool> OpenSession::expect(OpenSession& session, const runplan::ExpectStep& step, Instant due,
                                    std::string_view group) {
    // Waits in line while it lives, however it ends.
    struct Place : Waiter {
        Place(const runplan::ExpectStep& what, std::vector<Waiter*>& waiters)
            : Waiter{what, &waiters} {
            waiters.push_back(this);
        }
        ~Place() {
            if (line != nullptr) {
                std::erase(*line, this);
            }
        }
    };
    // The session may be gone when this goes on.
    WorkerContext& worker = session.m_worker;
    const std::uint32_t phase = session.m_user.phase;
    bool came = session.findRecent(step);
    Instant at = due;
    if (!came && !session.m_hasEnded) {
        Place waiting(step, session.m_waiters);
        worker.reactor.arm(waiting.deadline, worker.reactor.now() + step.timeout);
        came = co_await waiting.turn;
        at = waiting.came;
    }
    worker.writer.advanceTo(worker.runTime(worker.reactor.now()));
    if (came) {
        worker.webSockets.expected(phase, step, group, std::max(Duration::zero(), at - due));
    }
    co_return came;
}

void OpenSession::onPong(Duration roundTrip, Instant at) {
    advance(at);
    m_worker.webSockets.ping(m_series, roundTrip);
}

void OpenSession::onEnded(const client::WebSocketEnd& end, Instant at) {
    m_hasEnded = true;
    advance(at);
    settleBytes();
    const metrics::Outcome outcome = outcomeOf(end.error);
    m_worker.webSockets.ended(m_series, outcome, end.code, at - m_openedAt);
    m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
    if (outcome != metrics::Outcome::Ok) {
        ++m_user.failures;
        tellFailure(outcome, 0, codec::frameErrorName(end.frame));
    }
    for (Waiter* waiter : std::vector<Waiter*>(m_waiters)) {
        // Through their timers: each may go on and take this away.
        m_worker.reactor.arm(waiter->deadline, Instant::min());
    }
    m_wake.give(true); // may destroy this
}

void OpenSession::onDurationOver(Instant /*now*/) {
    m_wake.give(true);
}

net::Task<void> OpenSession::finish() {
    if (m_step.duration) {
        const Instant until = m_openedAt + *m_step.duration;
        while (!m_hasEnded && m_worker.reactor.now() < until) {
            m_worker.reactor.arm(m_durationOver, until);
            co_await m_wake;
        }
    }
    m_durationOver.cancel();
    m_session.close(codec::WsCloseCode::Normal);
    while (!m_hasEnded) {
        co_await m_wake;
    }
}

void OpenSession::settleBytes() {
    const net::Traffic traffic = m_session.traffic();
    const std::uint64_t sent = traffic.sent - m_settled.sent;
    const std::uint64_t received = traffic.received - m_settled.received;
    m_settled = traffic;
    m_user.bytesSent += sent;
    m_user.bytesReceived += received;
    m_worker.counters.bytesSent.add(static_cast<std::int64_t>(sent));
    m_worker.counters.bytesReceived.add(static_cast<std::int64_t>(received));
}

} // namespace bw::engine
