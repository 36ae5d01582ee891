#include "core/testplan/plan_words.h"
#include "core/testplan/plan_writer.h"

namespace bw::testplan {
namespace {

// Writes one step: the kind's value, and the fields every step may carry, beside it or inside.
class StepWriter {
public:
    StepWriter(JsonEmitter& out, const Step& step)
        : m_out(out)
        , m_step(step) {}

    void write() {
        ObjectWriter beside(m_out, m_step.written);
        m_out.key(stepKindName(m_step.kind));
        std::visit([this](const auto& kind) { writeKind(kind); }, m_step.kind);
        if (!isInside(m_step.namePlace, m_nameInside)) {
            beside.optionalText("name", m_step.name);
        }
        if (!isInside(m_step.tagsPlace, m_tagsInside)) {
            beside.optionalNamedTexts("tags", m_step.tags);
        }
        if (!isInside(m_step.statePlace, false)) {
            beside.optionalFlag("disabled", m_step.state == StepState::Disabled);
        }
    }

private:
    [[nodiscard]] static bool isInside(FieldPlace place, bool usually) {
        return place == FieldPlace::Inside || (place == FieldPlace::Usual && usually);
    }

    // The common fields, where they stand inside the kind's object.
    void name(ObjectWriter& writer) {
        if (isInside(m_step.namePlace, m_nameInside) &&
            (!m_step.name.empty() || m_step.written.has("name"))) {
            writer.text("name", m_step.name);
        }
    }
    void tags() {
        if (isInside(m_step.tagsPlace, m_tagsInside) &&
            (!m_step.tags.empty() || m_step.written.has("tags"))) {
            m_out.key("tags");
            writeNamedTexts(m_out, m_step.tags);
        }
    }
    void disabled(ObjectWriter& writer) {
        const bool isDisabled = m_step.state == StepState::Disabled;
        if (isInside(m_step.statePlace, false) && (isDisabled || m_step.written.has("disabled"))) {
            writer.out().key("disabled");
            writer.out().boolean(isDisabled);
        }
    }
    void steps(std::string_view key, const Steps& steps) {
        m_out.key(key);
        writeSteps(m_out, steps);
    }

    void writeKind(const HttpStep& http) {
        m_nameInside = m_tagsInside = true;
        ObjectWriter writer(m_out, http.written);
        name(writer);
        writeHttpFields(writer, http);
        tags();
        writeHttpResults(writer, http);
        disabled(writer);
    }

    void writeKind(const ThinkStep& think) {
        if (const auto* constant = std::get_if<ConstantThink>(&think.wait)) {
            writeDuration(m_out, constant->time);
        } else if (const auto* uniform = std::get_if<UniformThink>(&think.wait)) {
            m_out.string(textOf(uniform->low) + ".." + textOf(uniform->high));
        } else if (const auto* normal = std::get_if<NormalThink>(&think.wait)) {
            ObjectWriter writer(m_out, noWrittenKeys());
            m_out.key("normal");
            m_out.beginArray();
            writeDuration(m_out, normal->mean);
            writeDuration(m_out, normal->deviation);
            m_out.endArray();
        } else if (const auto* exponential = std::get_if<ExponentialThink>(&think.wait)) {
            ObjectWriter writer(m_out, noWrittenKeys());
            writer.duration("exponential", exponential->mean);
        }
    }

    void writeKind(const PacingStep& pacing) { writeDuration(m_out, pacing.period); }

    void writeKind(const GroupStep& group) {
        ObjectWriter writer(m_out, noWrittenKeys());
        writer.text("name", group.name);
        steps("steps", group.steps);
        tags();
        disabled(writer);
    }

    void writeKind(const LoopStep& loop) {
        ObjectWriter writer(m_out, noWrittenKeys());
        name(writer);
        if (const auto* count = std::get_if<CountLoop>(&loop.kind)) {
            writer.integer("count", count->count);
        } else if (const auto* over = std::get_if<OverLoop>(&loop.kind)) {
            m_out.key("over");
            m_out.beginArray();
            for (const JsonValue& item : over->items) {
                m_out.value(item);
            }
            m_out.endArray();
            writer.text("as", over->as);
        } else if (const auto* condition = std::get_if<WhileLoop>(&loop.kind)) {
            writer.text("while", condition->condition);
        }
        steps("steps", loop.steps);
        tags();
        disabled(writer);
    }

    void writeKind(const IfStep& branch) {
        ObjectWriter writer(m_out, branch.written);
        name(writer);
        writer.text("condition", branch.condition);
        steps("then", branch.thenSteps);
        if (writer.wants("else", !branch.elseSteps.empty())) {
            steps("else", branch.elseSteps);
        }
        tags();
        disabled(writer);
    }

    void writeKind(const ChooseStep& choose) {
        m_out.beginArray();
        for (const Choice& choice : choose.choices) {
            ObjectWriter writer(m_out, noWrittenKeys());
            writer.number("weight", choice.weight);
            steps("steps", choice.steps);
        }
        m_out.endArray();
    }

    void writeKind(const ParallelStep& parallel) {
        ObjectWriter writer(m_out, parallel.written);
        name(writer);
        writer.optionalInteger("max", parallel.max, ParallelStep{}.max);
        steps("steps", parallel.steps);
        tags();
        disabled(writer);
    }

    void writeKind(const RetryStep& retry) {
        ObjectWriter writer(m_out, retry.written);
        name(writer);
        writer.integer("times", retry.times);
        writer.optionalDuration("backoff", retry.backoff);
        writer.text("until", retry.until);
        steps("steps", retry.steps);
        tags();
        disabled(writer);
    }

    void writeKind(const MetricStep& metric) {
        ObjectWriter writer(m_out, metric.written);
        writeMetric(writer, metric);
        disabled(writer);
    }

    void writeKind(const WebSocketStep& webSocket) {
        m_nameInside = m_tagsInside = true;
        ObjectWriter writer(m_out, webSocket.written);
        name(writer);
        writer.text("url", webSocket.url);
        writer.optionalNamedTexts("headers", webSocket.headers);
        writer.optionalTexts("protocols", webSocket.protocols);
        writer.optionalDuration("duration", webSocket.duration);
        writer.optionalText("until", webSocket.until);
        writer.optionalDuration("pingEvery", webSocket.pingEvery);
        writeSend(writer, webSocket.send);
        if (writer.wants("messages", webSocket.messages != WebSocketReceive{})) {
            m_out.key("messages");
            writeReceive(webSocket.messages);
        }
        if (writer.wants("close", webSocket.close != WebSocketClose{})) {
            m_out.key("close");
            ObjectWriter close(m_out, webSocket.close.written);
            close.optionalInteger("code", webSocket.close.code, WebSocketClose{}.code);
            close.optionalText("reason", webSocket.close.reason);
        }
        if (writer.wants("reconnect", webSocket.reconnect != Reconnect{})) {
            m_out.key("reconnect");
            ObjectWriter reconnect(m_out, webSocket.reconnect.written);
            reconnect.integer("times", webSocket.reconnect.times);
            reconnect.optionalDuration("backoff", webSocket.reconnect.backoff);
        }
        if (writer.wants("steps", !webSocket.steps.empty())) {
            steps("steps", webSocket.steps);
        }
        tags();
        disabled(writer);
    }

    void writeSend(ObjectWriter& writer, const std::vector<WebSocketMessage>& messages) {
        if (!writer.wants("send", !messages.empty())) {
            return;
        }
        m_out.key("send");
        m_out.beginArray();
        for (const WebSocketMessage& message : messages) {
            ObjectWriter item(m_out, message.written);
            if (const auto* json = std::get_if<JsonBody>(&message.content)) {
                m_out.key("json");
                m_out.value(json->json);
            } else if (const auto* text = std::get_if<TextBody>(&message.content)) {
                item.text("text", text->text);
            } else {
                item.text("binary", std::get<BinaryBody>(message.content).base64);
            }
            item.optionalDuration("every", message.every);
        }
        m_out.endArray();
    }

    void writeReceive(const WebSocketReceive& receive) {
        ObjectWriter writer(m_out, receive.written);
        writer.optionalText("timestamp", receive.timestamp);
        writer.optionalText("sequence", receive.sequence);
        writer.optionalText("channel", receive.channel);
        writer.optionalWord("clock", words::kMessageClock, receive.clock, MessageClock::Auto);
        writer.optionalNamedTexts("checks", receive.checks);
        writer.optionalNamedTexts("extract", receive.extract);
        if (!writer.wants("metrics", !receive.metrics.empty())) {
            return;
        }
        m_out.key("metrics");
        m_out.beginArray();
        for (const MetricStep& metric : receive.metrics) {
            ObjectWriter item(m_out, metric.written);
            writeMetric(item, metric);
        }
        m_out.endArray();
    }

    static void writeMetric(ObjectWriter& writer, const MetricStep& metric) {
        writer.text("name", metric.metric);
        writer.text("type", toWord(words::kMetricType, metric.type));
        writer.text("add", metric.add);
        writer.optionalNamedTexts("tags", metric.tags);
    }

    void writeKind(const ExpectStep& expect) {
        ObjectWriter writer(m_out, expect.written);
        name(writer);
        writer.text("session", expect.session);
        writer.text("condition", expect.condition);
        writer.optionalDuration("timeout", expect.timeout);
        tags();
        disabled(writer);
    }

    void writeKind(const ScriptStep& script) { m_out.string(script.source); }

    JsonEmitter& m_out;
    const Step& m_step;
    bool m_nameInside = false; // where name and tags usually stand in this kind
    bool m_tagsInside = false;
};

} // namespace

void writeSteps(JsonEmitter& out, const Steps& steps) {
    out.beginArray();
    for (const Step& step : steps) {
        StepWriter(out, step).write();
    }
    out.endArray();
}

} // namespace bw::testplan
