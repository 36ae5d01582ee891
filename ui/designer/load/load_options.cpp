#include "ui/designer/load/load_options.h"

#include "core/base/duration_text.h"
#include "core/testplan/plan_words.h"
#include "ui/designer/form/checks.h"

namespace bw::designer {
namespace {

using namespace testplan;

// Calls visit(value, default, key) for the option of the executor; the key is a literal, as WrittenKeys
// wants.
template <class Load, class Visit>
bool visitOption(Load& load, std::string_view key, const Visit& visit) {
    const std::decay_t<Load> fresh;
    bool isFound = false;
    const auto at = [&](std::string_view name, auto& value, const auto& byDefault) {
        if (key == name) {
            visit(value, byDefault, name);
            isFound = true;
        }
    };
#define BW_OPTION(name)                                                                                      \
    if constexpr (requires { load.name; }) {                                                                 \
        at(#name, load.name, fresh.name);                                                                    \
    }
    BW_OPTION(vus)
    BW_OPTION(startVUs)
    BW_OPTION(rate)
    BW_OPTION(startRate)
    BW_OPTION(iterations)
    BW_OPTION(preAllocatedVUs)
    BW_OPTION(maxVUs)
    BW_OPTION(timeUnit)
    BW_OPTION(duration)
    BW_OPTION(maxDuration)
    BW_OPTION(gracefulRampDown)
    BW_OPTION(arrivals)
#undef BW_OPTION
    return isFound;
}

template <class AnyScenario, class Visit>
bool visitScenario(AnyScenario& scenario, std::string_view key, const Visit& visit) {
    const Scenario fresh;
    if (key == "startTime") {
        visit(scenario.startTime, fresh.startTime, "startTime");
        return true;
    }
    if (key == "gracefulStop") {
        visit(scenario.gracefulStop, fresh.gracefulStop, "gracefulStop");
        return true;
    }
    return std::visit([&](auto& load) { return visitOption(load, key, visit); }, scenario.executor);
}

bool isRequired(const Scenario& scenario, std::string_view key) {
    const bool isExternal = std::holds_alternative<ExternallyControlled>(scenario.executor);
    return key == "duration" || key == "rate" || key == "preAllocatedVUs" || (key == "maxVUs" && isExternal);
}

struct Reader {
    const Scenario& scenario;
    QString& text;

    void operator()(std::int64_t value, std::int64_t byDefault, std::string_view key) const {
        const bool isWritten = isRequired(scenario, key) || value != byDefault || scenario.written.has(key);
        text = isWritten ? QString::number(value) : QString();
    }
    void operator()(const DurationText& value, const DurationText& byDefault, std::string_view key) const {
        text = writtenText(value);
        if (text.isEmpty() && (isRequired(scenario, key) || value.value != byDefault.value)) {
            text = QString::fromStdString(durationText(value.value));
        }
    }
    void operator()(Arrivals value, Arrivals /*byDefault*/, std::string_view /*key*/) const {
        const std::string_view word = toWord(words::kArrivals, value);
        text = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    }
};

struct Writer {
    Scenario& scenario;
    const QString& text;

    void operator()(std::int64_t& value, std::int64_t byDefault, std::string_view key) const {
        value = text.isEmpty() ? byDefault : text.toLongLong();
        remember(key);
    }
    void operator()(DurationText& value, const DurationText& byDefault, std::string_view key) const {
        value = text.isEmpty() ? byDefault : typedDuration(text, value);
        remember(key);
    }
    void operator()(Arrivals& value, Arrivals byDefault, std::string_view key) const {
        value = fromWord(words::kArrivals, text.toStdString()).value_or(byDefault);
        remember(key);
    }

private:
    void remember(std::string_view key) const {
        text.isEmpty() ? scenario.written.remove(key) : scenario.written.add(key);
    }
};

// maxVUs follows preAllocatedVUs until it is written.
void settlePool(Scenario& scenario, std::string_view key, const QString& text) {
    std::visit(
        [&](auto& load) {
            if constexpr (requires { load.maxVUsWritten; }) {
                if (key == "maxVUs") {
                    load.maxVUsWritten = !text.isEmpty();
                }
                if (!load.maxVUsWritten) {
                    load.maxVUs = load.preAllocatedVUs;
                    scenario.written.remove("maxVUs");
                }
                if (key == "arrivals") {
                    load.arrivalsWritten = true;
                }
            }
        },
        scenario.executor);
}

// None when the executor has none, or has it and must be told.
std::optional<QString> unwrittenMaxVus(const Scenario& scenario) {
    return std::visit(
        [](const auto& load) -> std::optional<QString> {
            if constexpr (requires { load.maxVUsWritten; }) {
                if (!load.maxVUsWritten && load.maxVUs == load.preAllocatedVUs) {
                    return QString::number(load.preAllocatedVUs);
                }
            }
            return std::nullopt;
        },
        scenario.executor);
}

} // namespace

std::optional<QString> readOption(const Scenario& scenario, std::string_view key) {
    QString text;
    if (!visitScenario(scenario, key, Reader{scenario, text})) {
        return std::nullopt;
    }
    return key == "maxVUs" && unwrittenMaxVus(scenario) ? QString() : text;
}

QString optionDefault(const Scenario& scenario, std::string_view key) {
    if (isRequired(scenario, key)) {
        return {};
    }
    if (key == "maxVUs") {
        return unwrittenMaxVus(scenario).value_or(QString());
    }
    Scenario fresh;
    fresh.executor = std::visit([](const auto& load) { return Executor(std::decay_t<decltype(load)>()); },
                                scenario.executor);
    QString text;
    visitScenario(fresh, key, [&](const auto& value, const auto& /*byDefault*/, std::string_view /*key*/) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, DurationText>) {
            text = QString::fromStdString(durationText(value.value));
        } else if constexpr (std::is_integral_v<std::decay_t<decltype(value)>>) {
            text = QString::number(value);
        }
    });
    return text;
}

void writeOption(Scenario& scenario, std::string_view key, const QString& text) {
    visitScenario(scenario, key, Writer{scenario, text});
    settlePool(scenario, key, text);
}

DurationText typedDuration(const QString& text, const DurationText& before) {
    const bool staysNumber = before.form == DurationForm::Number && checkNumber(text).isEmpty();
    return DurationText::from(text.toStdString(), staysNumber ? DurationForm::Number : DurationForm::Text);
}

QString writtenText(const DurationText& duration) {
    return QString::fromStdString(duration.text);
}

} // namespace bw::designer
