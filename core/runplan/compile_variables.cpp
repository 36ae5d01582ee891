#include "core/base/nearest.h"
#include "core/expr/value_text.h"
#include "core/runplan/compile_context.h"

#include <algorithm>
#include <map>

namespace bw::runplan {
namespace {

// What a variable is before anything is evaluated.
struct Source {
    std::string text;       // a template, or JSON whose strings are templates
    bool isJson = false;    // anything but a string
    bool isLiteral = false; // from the command line: nothing in it is special
    std::string place;
};

using Sources = std::map<std::string, Source>;

Source sourceOf(const testplan::Variable& variable, std::string place) {
    if (variable.value.is(testplan::JsonKind::String)) {
        return {variable.value.text, false, false, std::move(place)};
    }
    return {variable.value.compactText(), true, false, std::move(place)};
}

// -e beats the environment, the environment beats the plan.
Sources gather(CompileContext& context) {
    Sources sources;
    for (const testplan::Variable& variable : context.plan.variables) {
        sources[variable.name] = sourceOf(variable, "variables." + variable.name);
    }
    const std::string& wanted = context.options.environment;
    if (!wanted.empty()) {
        if (const auto* environment = context.plan.findEnvironment(wanted)) {
            for (const testplan::Variable& variable : environment->variables) {
                sources[variable.name] = sourceOf(variable, "environments." + wanted + "." + variable.name);
            }
        } else {
            std::vector<std::string> names;
            for (const auto& environment : context.plan.environments) {
                names.push_back(environment.name);
            }
            context.fail(CompileErrorKind::NoSuchEnvironment, {}, wanted,
                         nearest(wanted, std::span<const std::string>(names)));
        }
    }
    const std::vector<std::string>& known = context.scope.variables();
    for (const auto& [name, value] : context.options.variables) {
        if (!context.scope.variable(name)) {
            context.fail(CompileErrorKind::UnknownVariable, {}, name,
                         nearest(name, std::span<const std::string>(known)));
            continue;
        }
        sources[name] = {value, false, true, {}};
    }
    return sources;
}

// Evaluates one variable after those it reads.
class Evaluator {
public:
    Evaluator(CompileContext& context, const Sources& sources)
        : m_context(context)
        , m_sources(sources) {}

    void evaluate(const std::string& name) {
        const auto found = m_sources.find(name);
        State& state = m_states[name];
        if (found == m_sources.end() || state == State::Done) {
            return;
        }
        if (state == State::Open) {
            m_context.fail(CompileErrorKind::CircularVariable, found->second.place, name);
            state = State::Done;
            return;
        }
        if (m_depth >= kMaxDepth) {
            m_context.fail(CompileErrorKind::Evaluation, found->second.place, name);
            state = State::Done;
            return;
        }
        state = State::Open;
        ++m_depth;
        expr::Value value = valueOf(name, found->second);
        --m_depth;
        m_states[name] = State::Done;
        m_context.result.initialSlots[m_context.scope.variable(name)->value] = std::move(value);
    }

private:
    enum class State { New, Open, Done };
    static constexpr int kMaxDepth = 100; // variables that one leads to, so that a plan cannot end our stack

    expr::Value valueOf(const std::string& name, const Source& source) {
        if (source.isLiteral) {
            return expr::Value::string(source.text);
        }
        if (source.isJson) {
            const expr::JsonTemplate json = m_context.json(source.text, source.place);
            evaluateNeeded(json.needs());
            std::string text;
            auto rendered = json.render(prepare(), text);
            return finish(name, source,
                          rendered ? Result<expr::Value, expr::EvalError>(expr::fromJson(text))
                                   : std::unexpected(std::move(rendered.error())));
        }
        const expr::Template text = m_context.text(source.text, source.place);
        evaluateNeeded(text.needs());
        return finish(name, source, text.value(prepare()));
    }

    expr::Value finish(const std::string& name, const Source& source,
                       Result<expr::Value, expr::EvalError> value) {
        if (!value) {
            m_context.fail(CompileErrorKind::Evaluation, source.place, name);
            return {};
        }
        return std::move(*value);
    }

    void evaluateNeeded(const expr::Needs& needs) {
        for (const expr::SlotId slot : needs.slots) {
            evaluate(m_context.scope.variables()[slot.value]);
        }
    }

    expr::Context& prepare() {
        m_evaluation.slots = m_context.result.initialSlots;
        m_evaluation.secrets = m_context.result.secrets;
        return m_evaluation;
    }

    CompileContext& m_context;
    const Sources& m_sources;
    std::map<std::string, State> m_states;
    int m_depth = 0;
    expr::Scratch m_scratch;
    Random m_random{m_context.options.seed};
    expr::Context m_evaluation{m_scratch, m_random};
};

} // namespace

void evaluateVariables(CompileContext& context) {
    context.result.initialSlots.resize(context.scope.variables().size());
    const Sources sources = gather(context);
    Evaluator evaluator(context, sources);
    for (const auto& [name, source] : sources) {
        evaluator.evaluate(name);
    }
}

} // namespace bw::runplan
