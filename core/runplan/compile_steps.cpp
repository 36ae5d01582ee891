#include "core/runplan/compile_http.h"
#include "core/runplan/compile_metric.h"
#include "core/runplan/compile_websocket.h"

#include <algorithm>

namespace bw::runplan {
namespace {

// Compiles the steps of one flow: follows the tree, keeps the place for errors and the group for the series.
class StepCompiler {
public:
    explicit StepCompiler(CompileContext& context)
        : m_context(context) {}

    // What steps read of the response of an earlier one.
    [[nodiscard]] const expr::Needs& later() const { return m_later; }

    Steps steps(const testplan::Steps& from, const std::string& place) {
        Steps to;
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (from[i].state == testplan::StepState::Disabled) {
                continue;
            }
            m_place =
                place + "[" + std::to_string(i) + "]." + std::string(testplan::stepKindName(from[i].kind));
            m_step = &from[i];
            std::visit([&](const auto& kind) { add(kind, to); }, from[i].kind);
        }
        return to;
    }

private:
    template <class Kind>
    void push(Steps& to, Kind kind, std::string group) {
        to.push_back({std::move(kind), std::move(group)});
    }

    void add(const testplan::HttpStep& from, Steps& to) {
        HttpStep step = compileHttp(m_context, *m_step, from, m_place);
        m_later.merge(requestNeeds(step));
        push(to, std::move(step), m_group);
    }

    void add(const testplan::ThinkStep& from, Steps& to) {
        struct Convert {
            Wait operator()(const testplan::ConstantThink& think) const {
                return ConstantWait{think.time.value};
            }
            Wait operator()(const testplan::UniformThink& think) const {
                return UniformWait{think.low.value, think.high.value};
            }
            Wait operator()(const testplan::NormalThink& think) const {
                return NormalWait{think.mean.value, think.deviation.value};
            }
            Wait operator()(const testplan::ExponentialThink& think) const {
                return ExponentialWait{think.mean.value};
            }
        };
        push(to, ThinkStep{std::visit(Convert(), from.wait)}, m_group);
    }

    void add(const testplan::PacingStep& from, Steps& to) {
        push(to, PacingStep{from.period.value}, m_group);
    }

    void add(const testplan::GroupStep& from, Steps& to) {
        GroupStep group;
        group.site = m_context.nextSite(m_place);
        const std::string place = m_place;
        const std::string around = m_group;
        m_group += "::" + from.name;
        group.path = m_group;
        group.steps = steps(from.steps, place + ".steps");
        m_group = around;
        push(to, std::move(group), around);
    }

    void add(const testplan::LoopStep& from, Steps& to) {
        const std::string place = m_place;
        LoopStep loop;
        if (const auto* count = std::get_if<testplan::CountLoop>(&from.kind)) {
            loop.kind = CountLoop{count->count};
        } else if (const auto* over = std::get_if<testplan::OverLoop>(&from.kind)) {
            OverLoop items{{}, m_context.scope.addVariable(over->as)};
            for (const testplan::JsonValue& item : over->items) {
                items.items.push_back(expr::fromJson(item.compactText()));
            }
            loop.kind = std::move(items);
        } else {
            loop.kind =
                WhileLoop{condition(std::get<testplan::WhileLoop>(from.kind).condition, place + ".while")};
        }
        loop.steps = steps(from.steps, place + ".steps");
        push(to, std::move(loop), m_group);
    }

    void add(const testplan::IfStep& from, Steps& to) {
        const std::string place = m_place;
        IfStep step{condition(from.condition, place + ".condition"), {}, {}};
        step.thenSteps = steps(from.thenSteps, place + ".then");
        step.elseSteps = steps(from.elseSteps, place + ".else");
        push(to, std::move(step), m_group);
    }

    void add(const testplan::ChooseStep& from, Steps& to) {
        const std::string place = m_place;
        ChooseStep step;
        double sum = 0;
        for (std::size_t i = 0; i < from.choices.size(); ++i) {
            sum += from.choices[i].weight.value;
            step.choices.push_back(
                {sum, steps(from.choices[i].steps, place + "[" + std::to_string(i) + "].steps")});
        }
        push(to, std::move(step), m_group);
    }

    void add(const testplan::ParallelStep& from, Steps& to) {
        const std::string place = m_place;
        push(to, ParallelStep{from.max, steps(from.steps, place + ".steps")}, m_group);
    }

    void add(const testplan::RetryStep& from, Steps& to) {
        const std::string place = m_place;
        RetryStep step{from.times, from.backoff.value, condition(from.until, place + ".until"), {}};
        step.steps = steps(from.steps, place + ".steps");
        push(to, std::move(step), m_group);
    }

    void add(const testplan::MetricStep& from, Steps& to) {
        auto step = compileMetric(m_context, from, m_place);
        if (!step) {
            return;
        }
        m_later.merge(step->value.needs());
        for (const Tag& tag : step->tags) {
            m_later.merge(tag.value.needs());
        }
        push(to, std::move(*step), m_group);
    }

    void add(const testplan::WebSocketStep& from, Steps& to) {
        const std::string place = m_place;
        WebSocketStep step = compileWebSocket(m_context, *m_step, from, place);
        m_later.merge(sessionNeeds(step));
        step.steps = steps(from.steps, place + ".steps");
        push(to, std::move(step), m_group);
    }

    void add(const testplan::ExpectStep& from, Steps& to) {
        push(to, compileExpect(m_context, *m_step, from, m_place), m_group);
    }

    // Steps that are kept and validated, but that this build cannot execute.
    template <class Later>
    void add(const Later& /*from*/, Steps& /*to*/) {
        m_context.unsupported(m_place, std::string(testplan::stepKindName(m_step->kind)));
    }

    // An expression that looks back at a response.
    expr::Expression condition(const std::string& source, const std::string& place) {
        expr::Expression compiled = m_context.expression(source, place);
        m_later.merge(compiled.needs());
        return compiled;
    }

    CompileContext& m_context;
    expr::Needs m_later;
    std::string m_place;
    std::string m_group;
    const testplan::Step* m_step = nullptr;
};

// Keeps every body of the flow until the iteration's end.
void keepBodies(Steps& steps) {
    struct Walk {
        void operator()(HttpStep& step) const { step.keepBody = KeepBody::Yes; }
        void operator()(GroupStep& step) const { keepBodies(step.steps); }
        void operator()(LoopStep& step) const { keepBodies(step.steps); }
        void operator()(ParallelStep& step) const { keepBodies(step.steps); }
        void operator()(RetryStep& step) const { keepBodies(step.steps); }
        void operator()(IfStep& step) const {
            keepBodies(step.thenSteps);
            keepBodies(step.elseSteps);
        }
        void operator()(ChooseStep& step) const {
            for (Choice& choice : step.choices) {
                keepBodies(choice.steps);
            }
        }
        void operator()(ThinkStep&) const {}
        void operator()(PacingStep&) const {}
        void operator()(MetricStep&) const {}
        void operator()(WebSocketStep& step) const { keepBodies(step.steps); }
        void operator()(ExpectStep&) const {}
    };
    for (Step& step : steps) {
        std::visit(Walk(), step.kind);
    }
}

} // namespace

void compileFlows(CompileContext& context) {
    for (const testplan::Flow& from : context.plan.flows) {
        const std::string place = "flows." + from.name;
        Flow flow;
        flow.name = from.name;
        StepCompiler compiler(context);
        flow.before = compiler.steps(from.before, place + ".before");
        flow.steps = compiler.steps(from.steps, place + ".steps");
        flow.after = compiler.steps(from.after, place + ".after");
        const expr::Needs& later = compiler.later();
        if (later.body || later.headers || later.cookies) {
            flow.responseLife = Flow::ResponseLife::Iteration;
        }
        if (later.body) {
            keepBodies(flow.before);
            keepBodies(flow.steps);
            keepBodies(flow.after);
        }
        context.result.flows.push_back(std::move(flow));
    }
}

} // namespace bw::runplan
