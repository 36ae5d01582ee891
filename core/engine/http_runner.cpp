#include "core/engine/http_runner.h"

#include "core/engine/answer_cookies.h"
#include "core/engine/example_text.h"
#include "core/engine/http_request.h"
#include "core/engine/outcomes.h"
#include "core/engine/trace_exchange.h"
#include "core/expr/value_text.h"

#include <algorithm>

namespace bw::engine {
namespace {

using runplan::HttpStep;

constexpr std::size_t kMaxBody = 64U << 20; // of a body that expressions read
constexpr std::size_t kExampleBody = 16U << 10;

// One run of one step. Lives in the coroutine's frame; what its functions need for themselves is kept out of
// there (noinline), since each virtual user has one.
class HttpRun {
public:
    HttpRun(VuState& user, const HttpStep& step, std::string_view group, Branch& branch)
        : m_user(user)
        , m_worker(user.worker)
        , m_step(step)
        , m_group(group)
        , m_branch(branch)
        , m_known(m_worker.known[step.site])
        , m_work(m_worker.works.take())
        , m_method(step.method) {}

    // False when the request cannot be made.
    [[nodiscard, gnu::noinline]] bool render() {
        expr::Context context = m_user.context(m_branch.last.exists() ? &m_branch.last : nullptr);
        const auto rendered = renderRequest(m_step, context, m_known, *m_work);
        if (!rendered && !m_user.ranOutOfRows()) {
            tell(rendered.error());
        }
        return rendered && !m_user.ranOutOfRows();
    }

    [[nodiscard]] StepEnd failure() const {
        return m_user.ranOutOfRows() ? StepEnd::NoRows : StepEnd::GiveUp;
    }

    // The request of this hop. The cookies are those of the moment.
    [[nodiscard, gnu::noinline]] const client::Request& prepare(Instant now, Instant deadline) {
        m_cookies.clear();
        if (!m_user.cookies.empty()) {
            m_user.cookies.append(m_work->target, wallSeconds(), m_cookies);
        }
        m_fieldsWithCookies.clear();
        std::span<const codec::HeaderField> fields = m_work->fields;
        if (!m_cookies.empty() || m_crossedOrigin || m_bodyDropped) {
            takeFields();
            fields = m_fieldsWithCookies;
        }
        m_request.method = runplan::methodName(m_method);
        m_request.url = &m_work->target;
        m_request.fields = fields;
        const bool hasBody = !m_bodyDropped && !std::holds_alternative<runplan::NoBody>(m_step.body);
        const bool announcesBody = hasBody || m_method == runplan::Method::Post ||
                                   m_method == runplan::Method::Put || m_method == runplan::Method::Patch;
        m_request.body = hasBody ? std::string_view(m_work->body) : std::string_view();
        m_request.hasBody = announcesBody ? client::Request::Body::Some : client::Request::Body::None;
        m_request.keepBytes = m_step.keepBody == runplan::KeepBody::Yes ? kMaxBody
                              : m_worker.isTraced()                     ? kTraceBody
                                                                        : 0;
        m_request.keepErrorBytes = kExampleBody;
        m_request.asked = now;
        m_request.deadline = deadline;
        // A head with nothing of this user or this moment in it is written once.
        m_request.head =
            m_step.hasLiteralHead && !m_wasRedirected && m_cookies.empty() ? &m_known.head : nullptr;
        m_request.headKey = m_work->url;
        m_work->exchange.clear();
        return m_request;
    }

    [[nodiscard]] client::Exchange& exchange() { return m_work->exchange; }
    [[nodiscard]] client::ConnectionPool& connections() { return m_user.connections(); }

    // Counts the finished exchange.
    [[gnu::noinline]] void record() {
        const client::Exchange& exchange = m_work->exchange;
        m_expected = exchange.hasResponse() &&
                     std::ranges::any_of(m_step.expected, [&](const runplan::StatusRange& range) {
                         return exchange.status >= range.first && exchange.status <= range.last;
                     });
        m_sample = sampleOf(exchange, m_branch.due);
        m_worker.writer.advanceTo(m_worker.runTime(m_sample.done));
        m_worker.http.record(m_user.phase, m_step, m_group,
                             {m_method, exchange.status, m_sample.outcome, m_expected, exchange.proto},
                             m_work->tags, m_sample);
        m_worker.counters.requests.add();
        m_worker.counters.bytesSent.add(static_cast<std::int64_t>(exchange.bytesSent));
        m_worker.counters.bytesReceived.add(static_cast<std::int64_t>(exchange.bytesReceived));
        m_worker.counters.connectionsOpen.set(m_worker.client.openConnections);
        m_user.bytesSent += exchange.bytesSent;
        m_user.bytesReceived += exchange.bytesReceived;
        m_branch.due = m_sample.done;
        if (!m_expected) {
            ++m_user.failures;
            m_worker.counters.requestsFailed.add();
            keepExample(exampleKind(m_sample.outcome, exchange.status));
            if (!exchange.hasResponse()) {
                tellFailure();
            }
        }
        takeCookies(m_user, m_work->target, m_work->exchange);
        if (m_worker.isTraced()) {
            m_worker.trace(m_sample.done, m_step.site, m_step.name,
                           tracedExchange(m_worker.plan, m_request, exchange, m_sample, m_expected));
        }
        if (m_worker.run.debug == RunContext::Debug::On) {
            m_worker.run.events.put({m_worker.runTime(m_sample.done),
                                     DebugExchange{m_worker.plan.masked(requestText(m_request) + "\n" +
                                                                        responseText(exchange) + "\n")}});
        }
    }

    // Points the work at the redirect's target; false when there is nothing to follow.
    [[nodiscard, gnu::noinline]] bool follow(int hops) {
        const client::Exchange& exchange = m_work->exchange;
        const auto location = exchange.fields.find("Location");
        if (!exchange.hasResponse() || !isRedirect(exchange.status) || !location ||
            hops >= m_step.maxRedirects) {
            return false;
        }
        auto target = codec::resolveUrl(m_work->target, *location);
        if (!target) {
            return false;
        }
        m_crossedOrigin = m_crossedOrigin || !codec::isSameOrigin(*target, m_work->target);
        const runplan::Method next = methodAfterRedirect(m_method, exchange.status);
        m_bodyDropped = m_bodyDropped || next != m_method;
        m_wasRedirected = true;
        m_method = next;
        m_work->target = std::move(*target);
        return true;
    }

    // Checks and extractors, over the last hop's response.
    [[nodiscard, gnu::noinline]] StepEnd conclude() {
        const client::Exchange& exchange = m_work->exchange;
        m_branch.last.set(exchange, static_cast<double>(m_sample.serviceTime().count()) / 1e6,
                          metrics::outcomeName(m_sample.outcome));
        StepEnd end = StepEnd::Next;
        if (!m_step.checks.empty() || !m_step.extracts.empty()) {
            expr::Context context = m_user.context(&m_branch.last);
            TracedResults results;
            TracedResults* traced = m_worker.isTraced() ? &results : nullptr;
            check(context, traced);
            end = extract(context, traced);
            if (traced != nullptr) {
                m_worker.trace(m_sample.done, m_step.site, m_step.name, std::move(results));
            }
        }
        if (m_branch.responseLife == runplan::Flow::ResponseLife::Iteration) {
            m_branch.last.keep(std::move(m_work));
        } else {
            m_branch.last.drop();
        }
        return end;
    }

private:
    // `traced`: where it is noted for a person, or null.
    void check(expr::Context& context, TracedResults* traced) {
        for (std::size_t i = 0; i < m_step.checks.size(); ++i) {
            const runplan::Check& check = m_step.checks[i];
            const auto result = check.condition.test(context);
            if (!result) {
                // A check that cannot be evaluated has not passed.
                m_worker.tellFailed(m_step.name, check.name, result.error());
            }
            const bool passed = result && *result;
            if (traced != nullptr) {
                traced->checks.push_back({check.name, passed, subjectText(check, context)});
            }
            m_worker.steps.check(m_user.phase, m_step.site, m_step.checks, m_group, i, passed);
            (passed ? m_worker.counters.checksPassed : m_worker.counters.checksFailed).add();
            if (!passed) {
                ++m_user.failures;
                keepExample("check " + check.name);
            }
        }
    }

    [[nodiscard]] std::string subjectText(const runplan::Check& check, expr::Context& context) const {
        const auto value = check.subject ? check.subject->evaluate(context) : expr::Value();
        return check.subject && value ? shownValue(*value) : std::string();
    }

    [[nodiscard]] std::string shownValue(const expr::Value& value) const {
        const std::string text = value.isUndefined() ? "undefined" : expr::toJson(value);
        return m_worker.plan.masked(printableText(text, kTraceMessage));
    }

    StepEnd extract(expr::Context& context, TracedResults* traced) {
        for (const runplan::Extractor& extractor : m_step.extracts) {
            auto value = extractor.value.evaluate(context);
            if (!value) {
                ++m_user.failures;
                m_worker.tellOnce(m_step.name + "\n=" + extractor.name,
                                  ExpressionFailed{m_step.name, extractor.name, value.error()});
                return failure();
            }
            if (traced != nullptr) {
                traced->values.push_back({extractor.name, shownValue(*value)});
            }
            m_user.slots[extractor.slot.value] = std::move(*value);
        }
        return StepEnd::Next;
    }

    void tell(const RenderError& failed) {
        ++m_user.failures;
        if (const auto* evaluation = std::get_if<expr::EvalError>(&failed.error)) {
            m_worker.tellFailed(m_step.name, failed.part, *evaluation);
        } else {
            m_worker.tellOnce(m_step.name, BadRequest{m_step.name, m_worker.plan.masked(m_work->url)});
        }
    }

    // The fields once more, with cookies; without the body's after a redirect that dropped it, and without
    // credentials after one to another server.
    void takeFields() {
        for (const codec::HeaderField& field : m_work->fields) {
            const auto* key = std::get_if<runplan::ApiKeyAuth>(&m_step.auth);
            const bool isCredential = codec::equalsIgnoringCase(field.name, "Authorization") ||
                                      codec::equalsIgnoringCase(field.name, "Cookie") ||
                                      (key != nullptr && codec::equalsIgnoringCase(field.name, key->name));
            const bool isOfBody = codec::equalsIgnoringCase(field.name, "Content-Type");
            if (!(m_crossedOrigin && isCredential) && !(m_bodyDropped && isOfBody)) {
                m_fieldsWithCookies.push_back(field);
            }
        }
        if (!m_cookies.empty()) {
            m_fieldsWithCookies.push_back({"Cookie", m_cookies});
        }
    }

    void tellFailure() {
        const client::Exchange& exchange = m_work->exchange;
        std::string place = m_step.name + '\n' + std::string(metrics::outcomeName(m_sample.outcome)) + '\n';
        place += std::to_string(exchange.systemError);
        place += exchange.detail;
        m_worker.tellOnce(place, ExchangeFailed{m_step.name, m_sample.outcome, exchange.systemError,
                                                std::string(exchange.detail)});
    }

    void keepExample(const std::string& kind) {
        if (!m_worker.wantsExample(m_step.name, kind)) {
            return;
        }
        const runplan::RunPlan& plan = m_worker.plan;
        m_worker.run.examples.put({m_worker.runTime(m_sample.done), m_step.name, kind,
                                   plan.masked(requestText(m_request)),
                                   plan.masked(responseText(m_work->exchange))});
    }

    [[nodiscard]] std::int64_t wallSeconds() const {
        return static_cast<std::int64_t>(m_worker.wallMs(m_worker.reactor.now()) / 1000);
    }

    VuState& m_user;
    WorkerContext& m_worker;
    const HttpStep& m_step;
    std::string_view m_group;
    Branch& m_branch;
    KnownRequest& m_known;
    HttpWorkPool::Lease m_work;
    runplan::Method m_method;
    client::Request m_request;
    metrics::Sample m_sample;
    std::string m_cookies;
    std::vector<codec::HeaderField> m_fieldsWithCookies;
    bool m_expected = false;
    bool m_crossedOrigin = false;
    bool m_bodyDropped = false;
    bool m_wasRedirected = false;
};

} // namespace

net::Task<StepEnd> runHttp(VuState& user, const HttpStep& step, std::string_view group, Branch& branch) {
    HttpRun run(user, step, group, branch);
    if (!run.render()) {
        co_return run.failure();
    }
    Instant now = user.worker.reactor.now();
    const Instant deadline = now + step.timeout;
    for (int hops = 0;; ++hops) {
        const client::Request& request = run.prepare(now, deadline);
        co_await run.connections().exchange(request, run.exchange());
        run.record();
        if (!run.follow(hops)) {
            break;
        }
        now = user.worker.reactor.now();
    }
    co_return run.conclude();
}

} // namespace bw::engine
