#include "core/testplan/plan_words.h"
#include "core/testplan/plan_writer.h"
#include "core/testplan/write.h"

namespace bw::testplan {
namespace {

void writeVariables(JsonEmitter& out, const std::vector<Variable>& variables) {
    out.beginObject();
    for (const Variable& variable : variables) {
        out.key(variable.name);
        out.value(variable.value);
    }
    out.endObject();
}

void writeEnvironments(JsonEmitter& out, const std::vector<Environment>& environments) {
    out.beginObject();
    for (const Environment& environment : environments) {
        out.key(environment.name);
        writeVariables(out, environment.variables);
    }
    out.endObject();
}

void writeFeeds(JsonEmitter& out, const std::vector<FeedSpec>& feeds) {
    out.beginObject();
    for (const FeedSpec& feed : feeds) {
        out.key(feed.name);
        ObjectWriter writer(out, feed.written);
        writer.text("file", feed.file);
        writer.optionalWord("order", words::kFeedOrder, feed.order, FeedOrder::Sequential);
        writer.optionalWord("atEnd", words::kFeedEnd, feed.atEnd, FeedEnd::Repeat);
    }
    out.endObject();
}

void writeDefaults(JsonEmitter& out, const Defaults& defaults) {
    ObjectWriter writer(out, defaults.written);
    if (writer.wants("http", defaults.http != HttpDefaults{})) {
        out.key("http");
        writeHttpDefaults(out, defaults.http);
    }
}

void writeFlows(JsonEmitter& out, const std::vector<Flow>& flows) {
    out.beginObject();
    for (const Flow& flow : flows) {
        out.key(flow.name);
        ObjectWriter writer(out, flow.written);
        if (writer.wants("before", !flow.before.empty())) {
            out.key("before");
            writeSteps(out, flow.before);
        }
        if (writer.wants("after", !flow.after.empty())) {
            out.key("after");
            writeSteps(out, flow.after);
        }
        out.key("steps");
        writeSteps(out, flow.steps);
    }
    out.endObject();
}

void writeLoad(ObjectWriter& writer, const TestPlan& plan) {
    JsonEmitter& out = writer.out();
    out.key("scenarios");
    out.beginObject();
    for (const Scenario& scenario : plan.scenarios) {
        out.key(scenario.name);
        writeScenario(out, scenario);
    }
    out.endObject();
}

void writeLimits(ObjectWriter& writer, const TestPlan& plan) {
    JsonEmitter& out = writer.out();
    if (writer.wants("thresholds", !plan.thresholds.empty())) {
        out.key("thresholds");
        out.beginObject();
        for (const ThresholdGroup& group : plan.thresholds) {
            out.key(group.source);
            writeThresholds(out, group.thresholds);
        }
        out.endObject();
    }
    if (writer.wants("budgets", !plan.budgets.empty())) {
        out.key("budgets");
        out.beginArray();
        for (const BudgetSpec& budget : plan.budgets) {
            writeBudget(out, budget);
        }
        out.endArray();
    }
}

void writeData(ObjectWriter& writer, const TestPlan& plan) {
    JsonEmitter& out = writer.out();
    if (writer.wants("variables", !plan.variables.empty())) {
        out.key("variables");
        writeVariables(out, plan.variables);
    }
    if (writer.wants("environments", !plan.environments.empty())) {
        out.key("environments");
        writeEnvironments(out, plan.environments);
    }
    writer.optionalTexts("secrets", plan.secrets);
    if (writer.wants("feeds", !plan.feeds.empty())) {
        out.key("feeds");
        writeFeeds(out, plan.feeds);
    }
}

} // namespace

std::string write(const TestPlan& plan) {
    JsonEmitter out;
    {
        ObjectWriter writer(out, plan.written);
        writer.integer("bellwether", kPlanVersion);
        writer.optionalText("name", plan.name);
        writer.optionalText("description", plan.description);
        writer.optionalTexts("allowedHosts", plan.allowedHosts);
        writeData(writer, plan);
        if (writer.wants("defaults", plan.defaults != Defaults{})) {
            out.key("defaults");
            writeDefaults(out, plan.defaults);
        }
        writer.optionalText("setup", plan.setup);
        writer.optionalText("teardown", plan.teardown);
        out.key("flows");
        writeFlows(out, plan.flows);
        writeLoad(writer, plan);
        writeLimits(writer, plan);
    }
    return out.take() + '\n';
}

} // namespace bw::testplan
