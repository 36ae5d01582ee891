#include "core/engine/open_session.h"

#include "core/codec/base64.h"
#include "core/engine/answer_cookies.h"
#include "core/engine/message_view.h"
#include "core/engine/outcomes.h"
#include "core/engine/trace_exchange.h"
#include "core/net/sleep.h"

#include <algorithm>

namespace bw::engine {
namespace {

constexpr Duration kLongestPause = std::chrono::seconds(30); // before a reconnect
constexpr Duration kSettleEvery = std::chrono::seconds(1);   // what went over the wire

} // namespace

OpenSession::OpenSession(VuState& user, const runplan::WebSocketStep& step, std::string_view group)
    : m_user(user)
    , m_worker(user.worker)
    , m_step(step)
    , m_group(group)
    , m_reader(user, step, group)
    , m_expectations(step.isExpectedOf ? std::make_unique<Expectations>(user) : nullptr) {
    m_user.sessions.push_back(this);
}

OpenSession::~OpenSession() {
    std::erase(m_user.sessions, this);
    m_keeper.reset();
    if (m_stands && !m_hasEnded) {
        const Instant now = m_worker.reactor.now();
        advance(now);
        settleBytes(now);
        m_worker.webSockets.ended(*m_series, metrics::Outcome::Interrupted, 0, now - m_openedAt);
        m_worker.counters.sessionsOpen.add(-1);
    }
    m_session.reset();
    m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
}

StepEnd OpenSession::failure(std::string_view part, const expr::EvalError& error) {
    if (m_user.ranOutOfRows()) {
        return StepEnd::NoRows;
    }
    ++m_user.failures;
    m_worker.tellFailed(m_step.name, part, error);
    return StepEnd::GiveUp;
}

void OpenSession::tellFailure(metrics::Outcome outcome, int systemError, std::string_view detail) {
    std::string place = m_step.name + '\n' + std::string(metrics::outcomeName(outcome)) + '\n';
    place += std::to_string(systemError);
    place += detail;
    m_worker.tellOnce(place, ExchangeFailed{m_step.name, outcome, systemError, std::string(detail)});
}

bool OpenSession::render(Branch& branch, StepEnd& end) {
    Request& request = *m_request;
    expr::Context context = m_user.context(branch.last.exists() ? &branch.last : nullptr);
    if (auto rendered = m_step.url.render(context, request.url); !rendered) {
        end = failure("url", rendered.error());
        return false;
    }
    if (!codec::parseUrlInto(request.target, request.url)) {
        ++m_user.failures;
        m_worker.tellOnce(m_step.name, BadRequest{m_step.name, m_worker.plan.masked(request.url)});
        end = StepEnd::GiveUp;
        return false;
    }
    std::vector<std::size_t> ends;
    for (const runplan::HeaderField& field : m_step.headers) {
        if (auto rendered = field.value.render(context, request.fieldText); !rendered) {
            end = failure("headers." + field.name, rendered.error());
            return false;
        }
        ends.push_back(request.fieldText.size());
    }
    const auto series = m_worker.webSockets.of(m_user.phase, m_step, m_group, context);
    if (!series) {
        end = failure("tags", series.error());
        return false;
    }
    m_series = *series;
    const std::size_t begin = request.fieldText.size();
    if (!m_user.cookies.empty()) {
        m_user.cookies.append(request.target, static_cast<std::int64_t>(m_worker.nowMs() / 1000),
                              request.fieldText);
    }
    // Only now that the text no longer moves.
    const std::string_view text = request.fieldText;
    std::size_t from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        request.fields.push_back({m_step.headers[i].name, text.substr(from, ends[i] - from)});
        from = ends[i];
    }
    if (text.size() > begin) {
        request.fields.push_back({"Cookie", text.substr(begin)});
    }
    end = m_user.ranOutOfRows() ? StepEnd::NoRows : end;
    return end == StepEnd::Next;
}

net::Task<bool> OpenSession::open(Branch& branch, StepEnd& end) {
    end = StepEnd::Next;
    bool stands = co_await connect(branch, end);
    if (!stands && end == StepEnd::Next) {
        stands = co_await tryAgain(branch, end);
    }
    if (stands && m_step.reconnects > 0) {
        m_keeper = std::make_unique<net::TaskRunner>();
        m_keeper->start(keepOpen(), [](void*) {}, nullptr);
    }
    co_return stands;
}

net::Task<bool> OpenSession::connect(Branch& branch, StepEnd& end) {
    m_request = std::make_unique<Request>();
    if (!render(branch, end)) {
        m_request.reset();
        co_return false;
    }
    m_session.emplace(m_worker.client, m_user.random, m_user.tlsSessions(),
                      static_cast<client::WebSocketHandler&>(*this));
    m_reader.begin(*m_series, m_request->target.host);
    const Instant now = m_worker.reactor.now();
    HttpWorkPool::Lease work = m_worker.works.take();
    work->exchange.clear();
    const client::WebSocketRequest request{&m_request->target, m_request->fields, m_step.protocols, now,
                                           now + m_step.timeout};
    const bool stands = co_await m_session->open(request, work->exchange);
    record(work->exchange);
    const client::Exchange& exchange = work->exchange;
    branch.due = exchange.timing.done;
    branch.last.set(exchange, static_cast<double>((exchange.timing.done - now).count()) / 1e6,
                    metrics::outcomeName(outcomeOf(exchange.error)));
    branch.last.drop();
    m_request.reset();
    co_return stands;
}

// Attempts in a row, after longer and longer pauses.
net::Task<bool> OpenSession::tryAgain(Branch& branch, StepEnd& end) {
    while (m_attempts < m_step.reconnects && !isOver()) {
        const Instant due = std::min(m_worker.reactor.now() + pause(), overAt());
        co_await net::Sleep(m_worker.reactor, due);
        if (isOver()) {
            break;
        }
        ++m_attempts;
        const bool stands = co_await connect(branch, end);
        if (stands || end != StepEnd::Next) {
            co_return stands;
        }
    }
    co_return false;
}

// Twice as long each time; spread, so that all sessions of a server that fell do not come back at once.
Duration OpenSession::pause() {
    Duration time = m_step.backoff;
    for (std::int64_t i = 0; i < m_attempts && time < kLongestPause; ++i) {
        time *= 2;
    }
    const double spread = 0.5 + m_user.random.unit();
    return Duration(
        static_cast<std::int64_t>(static_cast<double>(std::min(time, kLongestPause).count()) * spread));
}

net::Task<void> OpenSession::keepOpen() {
    StepEnd end = StepEnd::Next;
    while (end == StepEnd::Next) {
        co_await m_dropped;
        Branch branch;
        const bool stands = co_await tryAgain(branch, end);
        if (!stands) {
            break;
        }
        end = sendAll();
    }
    endForGood();
}

// No more messages come. Not told from within the session or the keeper, which may go then.
void OpenSession::endForGood() {
    m_isGone = true;
    if (m_expectations) {
        m_expectations->end();
    }
    m_worker.reactor.arm(m_wakeTimer, Instant::min());
}

Instant OpenSession::overAt() const {
    return m_step.duration && m_since != Instant{} ? m_since + *m_step.duration : Instant::max();
}

bool OpenSession::isOver() const {
    return m_isFulfilled || m_worker.reactor.now() >= overAt();
}

void OpenSession::record(const client::Exchange& exchange) {
    const metrics::Outcome outcome = outcomeOf(exchange.error);
    const Instant done = exchange.timing.done;
    advance(done);
    m_worker.webSockets.asked(*m_series, outcome, exchange.status, done - exchange.timing.start);
    m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
    countBytes(exchange.bytesSent, exchange.bytesReceived);
    m_settled = {exchange.bytesSent, exchange.bytesReceived};
    takeCookies(m_user, m_request->target, exchange);
    if (m_worker.isTraced()) {
        client::Request asked;
        asked.method = "GET";
        asked.url = &m_request->target;
        asked.fields = m_request->fields;
        const metrics::Sample sample = sampleOf(exchange, exchange.timing.start);
        m_worker.trace(
            done, m_step.site, m_step.name,
            tracedExchange(m_worker.plan, asked, exchange, sample, outcome == metrics::Outcome::Ok));
    }
    if (outcome == metrics::Outcome::Ok) {
        m_stands = true;
        m_hasEnded = false;
        m_openedAt = m_settledAt = done;
        m_since = m_since == Instant{} ? done : m_since;
        m_worker.counters.sessionsOpen.add();
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
                                   m_worker.plan.masked("GET " + m_request->url),
                                   m_worker.plan.masked(std::move(answer))});
    }
}

StepEnd OpenSession::send(const runplan::WebSocketMessage& message) {
    std::string text;
    expr::Context context = m_user.context(nullptr);
    const auto rendered = std::visit(
        [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, runplan::JsonBody>) {
                return content.json.render(context, text);
            } else if constexpr (std::is_same_v<Content, runplan::TextBody>) {
                return content.text.render(context, text);
            } else {
                return content.base64.render(context, text);
            }
        },
        message.content);
    if (!rendered || m_user.ranOutOfRows()) {
        return rendered ? StepEnd::NoRows : failure("send", rendered.error());
    }
    auto kind = codec::WsMessageKind::Text;
    if (std::holds_alternative<runplan::BinaryBody>(message.content)) {
        kind = codec::WsMessageKind::Binary;
        std::string bytes;
        if (!codec::appendFromBase64(bytes, text)) {
            ++m_user.failures;
            m_worker.tellOnce(m_step.name + "\nbinary", BadRequest{m_step.name, m_worker.plan.masked(text)});
            return StepEnd::GiveUp;
        }
        text = std::move(bytes);
    }
    if (m_session->send(kind, text)) {
        advance(m_worker.reactor.now());
        m_worker.webSockets.sent(*m_series);
        traceMessage(TracedMessage::Way::Sent, text, m_worker.reactor.now());
    }
    return StepEnd::Next;
}

StepEnd OpenSession::sendAll() {
    startBeats();
    pingFarClock(m_worker.reactor.now());
    for (const runplan::WebSocketMessage& message : m_step.send) {
        const StepEnd end = message.every ? StepEnd::Next : send(message);
        if (end != StepEnd::Next) {
            return end;
        }
    }
    return StepEnd::Next;
}

void OpenSession::startBeats() {
    m_beats.clear();
    for (const runplan::WebSocketMessage& message : m_step.send) {
        if (message.every) {
            m_beats.push_back(std::make_unique<Beat>(*this, &message, *message.every));
        }
    }
    if (m_step.pingEvery) {
        m_beats.push_back(std::make_unique<Beat>(*this, nullptr, *m_step.pingEvery));
    }
    for (const auto& beat : m_beats) {
        beat->due = m_worker.reactor.now() + beat->every;
        m_worker.reactor.arm(beat->timer, beat->due);
    }
}

void OpenSession::stopBeats() {
    for (const auto& beat : m_beats) {
        beat->timer.cancel();
    }
}

void OpenSession::onBeat(Beat& beat, Instant now) {
    if (beat.message == nullptr) {
        m_session->ping();
    } else if (send(*beat.message) != StepEnd::Next) {
        return; // told, and not tried again
    }
    beat.due += beat.every;
    beat.due = beat.due > now ? beat.due : now + beat.every; // what was missed is not made up for
    m_worker.reactor.arm(beat.timer, beat.due);
}

// So that the difference of the clocks can be told.
void OpenSession::pingFarClock(Instant at) {
    if (FarClock* clock = m_reader.farClock(); clock != nullptr && clock->wantsRoundTrip(at)) {
        m_session->ping();
    }
}

void OpenSession::onMessage(codec::WsMessageKind /*kind*/, std::string_view message, Instant at) {
    advance(at);
    m_attempts = 0;
    m_worker.webSockets.received(*m_series);
    if (at - m_settledAt >= kSettleEvery) {
        settleBytes(at);
    }
    traceMessage(TracedMessage::Way::Received, message, at);
    pingFarClock(at);
    m_reader.look(message, at);
    if (m_step.until && !m_isFulfilled && fulfilsUntil(message)) {
        m_isFulfilled = true;
        m_worker.reactor.arm(m_wakeTimer, Instant::min());
    }
    if (m_expectations) {
        m_expectations->offer(message, at); // may destroy this
    }
}

void OpenSession::traceMessage(TracedMessage::Way way, std::string_view text, Instant at) {
    if (m_worker.isTraced()) {
        m_worker.trace(at, m_step.site, m_step.name, tracedMessage(m_worker.plan, way, text));
    }
}

bool OpenSession::fulfilsUntil(std::string_view message) {
    const MessageView view(message);
    expr::Context context = m_user.context(&view);
    const auto result = m_step.until->test(context);
    if (!result) {
        m_worker.tellFailed(m_step.name, "until", result.error());
    }
    return result && *result;
}

void OpenSession::onPong(Duration roundTrip, Instant at) {
    advance(at);
    m_worker.webSockets.ping(*m_series, roundTrip);
    if (FarClock* clock = m_reader.farClock()) {
        clock->noteRoundTrip(roundTrip, at);
    }
}

void OpenSession::onEnded(const client::WebSocketEnd& end, Instant at) {
    m_hasEnded = true;
    stopBeats();
    advance(at);
    settleBytes(at);
    const metrics::Outcome outcome = outcomeOf(end.error);
    m_worker.webSockets.ended(*m_series, outcome, end.code, at - m_openedAt);
    if (m_worker.isTraced()) {
        m_worker.trace(at, m_step.site, m_step.name, TracedClose{outcome, end.code});
    }
    m_attempts = at - m_openedAt >= kLongestPause ? 0 : m_attempts;
    m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
    m_worker.counters.sessionsOpen.add(-1);
    if (outcome != metrics::Outcome::Ok) {
        ++m_user.failures;
        tellFailure(outcome, 0, codec::frameErrorName(end.frame));
    }
    if (m_keeper) {
        m_worker.reactor.arm(m_dropTimer, Instant::min());
    } else {
        endForGood();
    }
}

// Whoever waits looks for himself what happened.
void OpenSession::onWake(Instant /*now*/) {
    if (m_wake.isAwaited()) {
        m_wake.give(true); // may destroy this
    }
}

void OpenSession::onDropped(Instant /*now*/) {
    m_dropped.give(true);
}

net::Task<void> OpenSession::finish(StepEnd soFar) {
    const bool stays = soFar == StepEnd::Next && (m_step.duration || m_step.until);
    while (stays && !m_isGone && !isOver()) {
        if (m_step.duration) {
            m_worker.reactor.arm(m_wakeTimer, overAt());
        }
        co_await m_wake;
    }
    m_keeper.reset();
    m_dropTimer.cancel();
    stopBeats();
    if (!m_hasEnded) {
        m_session->close(codec::WsCloseCode{m_step.closeCode}, m_step.closeReason);
    }
    while (!m_hasEnded) {
        co_await m_wake;
    }
    m_wakeTimer.cancel();
}

// Counts what went over the wire since the last time. Long sessions are not silent about it until their end.
void OpenSession::settleBytes(Instant at) {
    m_settledAt = at;
    const net::Traffic traffic = m_session->traffic();
    countBytes(traffic.sent - m_settled.sent, traffic.received - m_settled.received);
    m_settled = traffic;
}

void OpenSession::countBytes(std::uint64_t sent, std::uint64_t received) {
    m_worker.steps.bytes(m_user.phase, sent, received);
    m_worker.counters.bytesSent.add(static_cast<std::int64_t>(sent));
    m_worker.counters.bytesReceived.add(static_cast<std::int64_t>(received));
}

} // namespace bw::engine
