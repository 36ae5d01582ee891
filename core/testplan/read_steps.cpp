#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/plan_words.h"

namespace bw::testplan {
namespace {

void readStepList(ObjectReader& reader, std::string_view key, Steps& into, Presence presence) {
    reader.with(key, presence, [&](const JsonValue& value, const Place& place) {
        readSteps(reader.log(), value, place, into);
    });
}

// "1s", "100ms..2s"
void readThinkText(ProblemLog& log, const std::string& text, const Place& place, ThinkStep& into) {
    const std::size_t dots = text.find("..");
    if (dots == std::string::npos) {
        into.wait = ConstantThink{DurationText::from(text)};
        return;
    }
    const std::string low = text.substr(0, dots);
    const std::string high = text.substr(dots + 2);
    if (low.empty() || high.empty()) {
        log.add(ProblemKind::NotADuration, place, text);
    }
    into.wait = UniformThink{DurationText::from(low), DurationText::from(high)};
}

void readNormalThink(ObjectReader& reader, ThinkStep& into) {
    NormalThink& normal = into.wait.emplace<NormalThink>();
    reader.with("normal", Presence::Required, [&](const JsonValue& value, const Place& place) {
        if (!value.is(JsonKind::Array) || value.items.size() != 2) {
            reportType(reader.log(), value, place, "[duration, duration]");
            return;
        }
        readDuration(reader.log(), value.items[0], place.item(0), normal.mean);
        readDuration(reader.log(), value.items[1], place.item(1), normal.deviation);
    });
}

void readThink(ProblemLog& log, const JsonValue& value, const Place& place, ThinkStep& into) {
    if (value.is(JsonKind::String) && !value.text.empty()) {
        readThinkText(log, value.text, place, into);
        return;
    }
    if (!value.is(JsonKind::Object)) {
        readDuration(log, value, place, into.wait.emplace<ConstantThink>().time);
        return;
    }
    ObjectReader reader(log, value, place, keys::kThink);
    const std::string_view kind = oneOf(reader, keys::kThink, Presence::Required);
    if (kind == "normal") {
        readNormalThink(reader, into);
    } else if (kind == "exponential") {
        reader.duration("exponential", into.wait.emplace<ExponentialThink>().mean);
    }
}

void readLoop(ObjectReader& reader, LoopStep& into) {
    const std::string_view kind = oneOf(reader, keys::kLoopKinds, Presence::Required);
    if (kind == "count") {
        reader.integer("count", into.kind.emplace<CountLoop>().count);
    } else if (kind == "while") {
        reader.text("while", into.kind.emplace<WhileLoop>().condition);
    } else if (kind == "over") {
        OverLoop& over = into.kind.emplace<OverLoop>();
        reader.items("over", Presence::Required,
                     [&](const JsonValue& item, const Place&) { over.items.push_back(item); });
        reader.text("as", over.as, Presence::Required);
    }
    if (kind != "over" && reader.has("as")) {
        reader.log().add(ProblemKind::UnknownKey, reader.place().member("as"), "as", joined(keys::kLoop),
                         "over");
    }
    readStepList(reader, "steps", into.steps, Presence::Required);
}

void readIf(ObjectReader& reader, IfStep& into) {
    reader.text("condition", into.condition, Presence::Required);
    readStepList(reader, "then", into.thenSteps, Presence::Required);
    readStepList(reader, "else", into.elseSteps, Presence::Optional);
}

void readChoose(ProblemLog& log, const JsonValue& value, const Place& place, ChooseStep& into) {
    if (!value.is(JsonKind::Array)) {
        reportType(log, value, place, "array");
        return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const Place itemPlace = place.item(i);
        Choice& choice = into.choices.emplace_back();
        ObjectReader reader(log, value.items[i], itemPlace, keys::kChoice);
        reader.number("weight", choice.weight, Presence::Required);
        readStepList(reader, "steps", choice.steps, Presence::Required);
    }
}

void readRetry(ObjectReader& reader, RetryStep& into) {
    reader.integer("times", into.times, Presence::Required);
    reader.duration("backoff", into.backoff);
    reader.text("until", into.until, Presence::Required);
    readStepList(reader, "steps", into.steps, Presence::Required);
}

void readMetric(ObjectReader& reader, MetricStep& into) {
    reader.text("name", into.metric, Presence::Required);
    reader.word("type", words::kMetricType, into.type, Presence::Required);
    reader.text("add", into.add, Presence::Required);
    reader.namedTexts("tags", into.tags);
}

void readExpect(ObjectReader& reader, ExpectStep& into) {
    reader.text("session", into.session, Presence::Required);
    reader.text("condition", into.condition, Presence::Required);
    reader.duration("timeout", into.timeout);
}

// The fields every step may carry: beside the kind or, where that is an object, inside it.
class CommonFields {
public:
    CommonFields(ObjectReader& step, ObjectReader* body, Step& into)
        : m_step(step)
        , m_body(body)
        , m_into(into) {}

    void readName() {
        choose("name", m_into.namePlace, [&](ObjectReader& from) { from.text("name", m_into.name); });
    }
    void readTags() {
        choose("tags", m_into.tagsPlace, [&](ObjectReader& from) { from.namedTexts("tags", m_into.tags); });
    }
    void readDisabled() {
        choose("disabled", m_into.statePlace, [&](ObjectReader& from) {
            bool disabled = false;
            from.flag("disabled", disabled);
            m_into.state = disabled ? StepState::Disabled : StepState::Enabled;
        });
    }

private:
    template <class Read>
    void choose(std::string_view key, FieldPlace& place, const Read& read) {
        const bool inside = m_body != nullptr && m_body->has(key);
        if (inside && m_step.has(key)) {
            m_step.log().add(ProblemKind::WrittenTwice, m_step.place().member(key), key);
        } else if (inside) {
            place = FieldPlace::Inside;
            m_into.written.add(key);
            read(*m_body);
        } else if (m_step.has(key)) {
            place = FieldPlace::Beside;
            m_into.written.add(key);
            read(m_step);
        }
    }

    ObjectReader& m_step;
    ObjectReader* m_body;
    Step& m_into;
};

// A group's name and a metric's name and tags are their own, not the step's.
enum class OwnFields { None, Name, NameAndTags };

template <class Kind, class ReadKind>
void readObjectKind(ObjectReader& step, std::string_view key, std::span<const std::string_view> keys,
                    Step& into, OwnFields own, const ReadKind& readKind) {
    Kind& kind = into.kind.emplace<Kind>();
    step.with(key, Presence::Required, [&](const JsonValue& value, const Place& place) {
        WrittenKeys* written = nullptr;
        if constexpr (requires { kind.written; }) {
            written = &kind.written;
        }
        ObjectReader body(step.log(), value, place, keys, written);
        CommonFields common(step, &body, into);
        CommonFields beside(step, nullptr, into);
        (own == OwnFields::None ? common : beside).readName();
        (own == OwnFields::NameAndTags ? beside : common).readTags();
        common.readDisabled();
        readKind(body, kind);
    });
}

template <class Kind, class ReadKind>
void readPlainKind(ObjectReader& step, std::string_view key, Step& into, const ReadKind& readKind) {
    Kind& kind = into.kind.emplace<Kind>();
    CommonFields common(step, nullptr, into);
    common.readName();
    common.readTags();
    common.readDisabled();
    step.with(key, Presence::Required,
              [&](const JsonValue& value, const Place& place) { readKind(step.log(), value, place, kind); });
}

void readLeaf(ObjectReader& step, std::string_view kind, Step& into) {
    if (kind == "http") {
        readObjectKind<HttpStep>(step, kind, keys::kHttp, into, OwnFields::None, readHttpStep);
    } else if (kind == "websocket") {
        readObjectKind<WebSocketStep>(step, kind, keys::kWebSocket, into, OwnFields::None, readWebSocketStep);
    } else if (kind == "metric") {
        readObjectKind<MetricStep>(step, kind, keys::kMetric, into, OwnFields::NameAndTags, readMetric);
    } else if (kind == "expect") {
        readObjectKind<ExpectStep>(step, kind, keys::kExpect, into, OwnFields::None, readExpect);
    } else if (kind == "think") {
        readPlainKind<ThinkStep>(step, kind, into, readThink);
    } else if (kind == "pacing") {
        readPlainKind<PacingStep>(step, kind, into,
                                  [](ProblemLog& log, const JsonValue& value, const Place& place,
                                     PacingStep& pacing) { readDuration(log, value, place, pacing.period); });
    } else if (kind == "script") {
        readPlainKind<ScriptStep>(step, kind, into,
                                  [](ProblemLog& log, const JsonValue& value, const Place& place,
                                     ScriptStep& script) { readText(log, value, place, script.source); });
    }
}

void readBranch(ObjectReader& step, std::string_view kind, Step& into) {
    if (kind == "group") {
        readObjectKind<GroupStep>(step, kind, keys::kGroup, into, OwnFields::Name,
                                  [](ObjectReader& reader, GroupStep& group) {
                                      reader.text("name", group.name, Presence::Required);
                                      readStepList(reader, "steps", group.steps, Presence::Required);
                                  });
    } else if (kind == "loop") {
        readObjectKind<LoopStep>(step, kind, keys::kLoop, into, OwnFields::None, readLoop);
    } else if (kind == "if") {
        readObjectKind<IfStep>(step, kind, keys::kIf, into, OwnFields::None, readIf);
    } else if (kind == "choose") {
        readPlainKind<ChooseStep>(step, kind, into, readChoose);
    } else if (kind == "parallel") {
        readObjectKind<ParallelStep>(step, kind, keys::kParallel, into, OwnFields::None,
                                     [](ObjectReader& reader, ParallelStep& parallel) {
                                         reader.integer("max", parallel.max);
                                         readStepList(reader, "steps", parallel.steps, Presence::Required);
                                     });
    } else if (kind == "retry") {
        readObjectKind<RetryStep>(step, kind, keys::kRetry, into, OwnFields::None, readRetry);
    }
}

void readStep(ProblemLog& log, const JsonValue& value, const Place& place, Step& into) {
    into.kind.emplace<ThinkStep>(); // what stands for a step that cannot be read
    ObjectReader step(log, value, place, keys::kStep);
    if (!step.isObject()) {
        return;
    }
    const std::string_view kind = oneOf(step, keys::kStepKinds, Presence::Optional);
    if (kind.empty()) {
        log.add(ProblemKind::NoStepKind, place, {}, joined(keys::kStepKinds));
        return;
    }
    readLeaf(step, kind, into);
    readBranch(step, kind, into);
}

} // namespace

void readSteps(ProblemLog& log, const JsonValue& value, const Place& place, Steps& into) {
    if (!value.is(JsonKind::Array)) {
        reportType(log, value, place, "array");
        return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        readStep(log, value.items[i], place.item(i), into.emplace_back());
    }
}

void readWebSocketStep(ObjectReader& reader, WebSocketStep& into) {
    reader.text("url", into.url, Presence::Required);
    reader.namedTexts("headers", into.headers);
    reader.texts("protocols", into.protocols);
    reader.duration("duration", into.duration);
    reader.text("until", into.until);
    reader.duration("pingEvery", into.pingEvery);
    reader.items("send", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        WebSocketMessage& message = into.send.emplace_back();
        ObjectReader fields(reader.log(), value, place, keys::kSend, &message.written);
        const std::string_view kind = oneOf(fields, keys::kSendKinds, Presence::Required);
        if (kind == "json") {
            message.content = JsonBody{*value.find("json")};
        } else if (kind == "text") {
            fields.text("text", message.content.emplace<TextBody>().text);
        } else if (kind == "binary") {
            fields.text("binary", message.content.emplace<BinaryBody>().base64);
        }
        fields.duration("every", message.every);
    });
    reader.with("messages", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kMessages, &into.messages.written);
        fields.text("timestamp", into.messages.timestamp);
        fields.text("sequence", into.messages.sequence);
        fields.text("channel", into.messages.channel);
        fields.word("clock", words::kMessageClock, into.messages.clock);
        fields.namedTexts("checks", into.messages.checks);
        fields.namedTexts("extract", into.messages.extract);
        fields.items("metrics", Presence::Optional, [&](const JsonValue& item, const Place& itemPlace) {
            MetricStep& metric = into.messages.metrics.emplace_back();
            ObjectReader members(reader.log(), item, itemPlace, keys::kMessageMetric, &metric.written);
            if (members.isObject()) {
                readMetric(members, metric);
            }
        });
    });
    reader.with("close", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kClose, &into.close.written);
        fields.integer("code", into.close.code);
        fields.text("reason", into.close.reason);
    });
    reader.with("reconnect", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kReconnect, &into.reconnect.written);
        fields.integer("times", into.reconnect.times, Presence::Required);
        fields.duration("backoff", into.reconnect.backoff);
    });
    readStepList(reader, "steps", into.steps, Presence::Optional);
}

} // namespace bw::testplan
