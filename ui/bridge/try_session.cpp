#include "ui/bridge/try_session.h"

#include "core/run/try_runner.h"
#include "ui/bridge/run_asked.h"
#include "ui/bridge/session_post.h"
#include "ui/format/error_text.h"
#include "ui/format/event_text.h"

#include <algorithm>
#include <mutex>

namespace bw::bridge {

struct TrySession::Link {
    std::mutex mutex;
    run::TryRunner* runner = nullptr; // while it runs
    bool isStopped = false;
    Latest<TryPicturePtr> picture;

    void stop() {
        const std::lock_guard lock(mutex);
        isStopped = true;
        if (runner != nullptr) {
            runner->stop();
        }
    }
    void attach(run::TryRunner* to) {
        const std::lock_guard lock(mutex);
        runner = to;
        if (runner != nullptr && isStopped) {
            runner->stop();
        }
    }
};

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

// "tls1.3" is how tags write it.
QString tlsText(const engine::TracedExchange& traced) {
    if (traced.tlsVersion.empty()) {
        return {};
    }
    QString version = textOf(traced.tlsVersion).toUpper();
    version.insert(3, u' ');
    return version + QStringLiteral(", ") + textOf(traced.tlsCipher);
}

// Turns what the engine noted into what is shown.
class Gatherer {
public:
    // `known`: of an earlier try; what is found now goes before it.
    Gatherer(const run::TryPlan& plan, std::vector<std::pair<std::string, std::string>> known)
        : m_plan(plan) {
        m_picture.known = std::move(known);
    }

    void add(const run::TryNews& news) {
        for (const engine::Trace& trace : news.traces) {
            m_trace = &trace;
            std::visit(*this, trace.what);
        }
        for (const engine::Event& event : news.events) {
            m_picture.log << format::eventText(event);
        }
    }
    void close() { m_picture.isOver = true; }
    [[nodiscard]] TryPicturePtr picture() const { return std::make_shared<const TryPicture>(m_picture); }

    void operator()(const engine::TracedExchange& traced) {
        TryExchange exchange;
        exchange.method = textOf(traced.method);
        exchange.url = textOf(traced.url);
        exchange.requestHead = textOf(traced.requestHead);
        exchange.requestBody = textOf(traced.requestBody);
        exchange.requestBytes = traced.requestBytes;
        exchange.responseHead = textOf(traced.responseHead);
        exchange.responseBody = textOf(traced.responseBody);
        exchange.responseBytes = traced.responseBytes;
        exchange.isCut = traced.isCut;
        exchange.proto = textOf(traced.proto);
        exchange.status = traced.sample.status;
        exchange.phases = traced.sample.phases;
        exchange.isExpected = traced.isExpected;
        exchange.isReused = traced.isReused;
        exchange.tls = tlsText(traced);
        if (traced.sample.outcome != metrics::Outcome::Ok) {
            exchange.error = format::outcomeText(traced.sample.outcome);
            if (!traced.detail.empty()) {
                exchange.error += QStringLiteral(": ") + textOf(traced.detail);
            }
        }
        TryEntry& entry = addEntry(TryKind::Request);
        entry.took = traced.sample.serviceTime();
        entry.isGood = traced.isExpected;
        entry.bytes = traced.responseBytes;
        entry.exchange = std::make_shared<const TryExchange>(std::move(exchange));
    }

    void operator()(const engine::TracedResults& results) {
        const auto last =
            std::find_if(m_picture.entries.rbegin(), m_picture.entries.rend(),
                         [&](const TryEntry& entry) { return entry.exchange && entry.place == place(); });
        if (last == m_picture.entries.rend()) {
            return;
        }
        TryExchange exchange = *last->exchange;
        for (const engine::TracedCheck& check : results.checks) {
            exchange.checks.push_back({textOf(check.name), check.passed, textOf(check.actual)});
            last->isGood = last->isGood && check.passed;
        }
        for (const engine::TracedValue& value : results.values) {
            exchange.values.push_back({textOf(value.name), textOf(value.value)});
            remember(value);
        }
        last->exchange = std::make_shared<const TryExchange>(std::move(exchange));
    }

    void operator()(const engine::TracedMessage& message) {
        const bool isSent = message.way == engine::TracedMessage::Way::Sent;
        TryEntry& entry = addEntry(isSent ? TryKind::Sent : TryKind::Received);
        entry.text = textOf(message.text);
        entry.bytes = message.bytes;
    }

    void operator()(const engine::TracedClose& closed) {
        TryEntry& entry = addEntry(TryKind::Closed);
        entry.isGood = closed.outcome == metrics::Outcome::Ok;
        entry.text = entry.isGood ? (closed.code == 0 ? QString() : QString::number(closed.code))
                                  : format::outcomeText(closed.outcome);
    }

    void operator()(const engine::TracedExpect& expect) {
        TryEntry& entry = addEntry(TryKind::Expected);
        entry.isGood = expect.came;
        entry.took = expect.waited;
    }

    void operator()(const engine::TracedMetric& metric) {
        addEntry(TryKind::Metric).text = QString::number(metric.value, 'g', 12);
    }

private:
    [[nodiscard]] QString place() const {
        return m_trace->site < m_plan.places.size() ? textOf(m_plan.places[m_trace->site]) : QString();
    }
    TryEntry& addEntry(TryKind kind) {
        TryEntry& entry = m_picture.entries.emplace_back();
        entry.kind = kind;
        entry.place = place();
        entry.name = textOf(m_trace->name);
        entry.at = m_trace->at;
        return entry;
    }
    void remember(const engine::TracedValue& value) {
        const auto found =
            std::ranges::find(m_picture.known, value.name, &std::pair<std::string, std::string>::first);
        if (value.value == "undefined") {
            return;
        }
        if (found != m_picture.known.end()) {
            found->second = value.value;
        } else {
            m_picture.known.emplace_back(value.name, value.value);
        }
    }

    const run::TryPlan& m_plan;
    const engine::Trace* m_trace = nullptr;
    TryPicture m_picture;
};

} // namespace

// What happens on the try's thread.
class TryThread {
public:
    TryThread(TrySession& session, std::shared_ptr<TrySession::Link> link, std::uint64_t generation)
        : m_session(session)
        , m_link(std::move(link))
        , m_generation(generation) {}

    void operator()(const run::TryRequest& request, bool hostsAreAnswered) {
        auto runner = run::TryRunner::create(request);
        if (!runner) {
            return refuse(refusalOfTry(runner.error()));
        }
        if (!(*runner)->plan().hosts.empty() && !hostsAreAnswered) {
            return refuse({{}, (*runner)->plan().hosts});
        }
        m_link->attach(runner->get());
        Gatherer gatherer((*runner)->plan(), request.known);
        (*runner)->run([&](const run::TryNews& news) {
            gatherer.add(news);
            tell(gatherer.picture());
        });
        m_link->attach(nullptr);
        gatherer.close();
        tell(gatherer.picture());
        post([](TrySession& session) {
            session.finish();
            Q_EMIT session.ended();
        });
    }

private:
    static RunRefusal refusalOfTry(const run::TryError& error) {
        const auto* prepare = std::get_if<run::PrepareError>(&error);
        return prepare != nullptr ? refusalOf(*prepare)
                                  : RunRefusal{{format::netErrorText(std::get<net::NetError>(error))}, {}};
    }
    void refuse(RunRefusal refusal) {
        post([refusal = std::move(refusal)](TrySession& session) {
            session.finish();
            Q_EMIT session.refused(refusal);
        });
    }
    template <typename Call>
    void post(Call call) {
        postTo(m_session, m_generation, std::move(call));
    }
    void tell(TryPicturePtr picture) {
        if (m_link->picture.put(std::move(picture))) {
            post([link = m_link](TrySession& session) {
                Q_EMIT session.pictureChanged(link->picture.take());
            });
        }
    }

    TrySession& m_session;
    std::shared_ptr<TrySession::Link> m_link;
    std::uint64_t m_generation;
};

TrySession::TrySession(std::string resources, QObject* parent)
    : QObject(parent)
    , m_resources(std::move(resources)) {
    qRegisterMetaType<TryPicturePtr>();
    qRegisterMetaType<RunRefusal>();
}

TrySession::~TrySession() {
    stop();
    ++m_generation; // nothing reaches a session that is going
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void TrySession::start(TryOptions options) {
    stop();
    if (m_thread.joinable()) {
        m_thread.join(); // it was cut off
    }
    ++m_generation;
    m_link = std::make_shared<Link>();
    run::TryRequest request;
    request.run = requestOf(options.run, m_resources, {});
    request.flow = std::move(options.flow);
    request.only = std::move(options.only);
    request.known = std::move(options.known);
    m_thread =
        std::thread(TryThread(*this, m_link, m_generation), std::move(request), options.run.hostsAreAnswered);
    Q_EMIT started();
}

void TrySession::stop() {
    if (m_link) {
        m_link->stop();
    }
}

void TrySession::forget() {
    stop();
    ++m_generation;
    if (m_thread.joinable()) {
        m_thread.join(); // it was cut off
    }
}

void TrySession::finish() {
    m_thread.join();
}

} // namespace bw::bridge
