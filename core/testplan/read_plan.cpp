#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/plan_words.h"

#include <algorithm>

namespace bw::testplan {
namespace {

void readVariables(ObjectReader& reader, std::string_view key, std::vector<Variable>& into) {
    reader.named(key, Presence::Optional,
                 [&](const JsonMember& member, const Place&) { into.push_back({member.key, member.value}); });
}

void readEnvironments(ObjectReader& reader, std::vector<Environment>& into) {
    reader.named("environments", Presence::Optional, [&](const JsonMember& member, const Place& place) {
        Environment& environment = into.emplace_back(Environment{member.key, {}});
        if (!member.value.is(JsonKind::Object)) {
            reportType(reader.log(), member.value, place, "object");
            return;
        }
        for (const JsonMember& variable : member.value.members) {
            environment.variables.push_back({variable.key, variable.value});
        }
    });
}

void readFeeds(ObjectReader& reader, std::vector<FeedSpec>& into) {
    reader.named("feeds", Presence::Optional, [&](const JsonMember& member, const Place& place) {
        FeedSpec& feed = into.emplace_back();
        feed.name = member.key;
        ObjectReader fields(reader.log(), member.value, place, keys::kFeed, &feed.written);
        fields.text("file", feed.file, Presence::Required);
        fields.word("order", words::kFeedOrder, feed.order);
        fields.word("atEnd", words::kFeedEnd, feed.atEnd);
    });
}

void readDefaults(ObjectReader& reader, Defaults& into) {
    reader.with("defaults", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kDefaults, &into.written);
        fields.with("http", Presence::Optional, [&](const JsonValue& http, const Place& httpPlace) {
            readHttpDefaults(reader.log(), http, httpPlace, into.http);
        });
    });
}

void readFlows(ObjectReader& reader, std::vector<Flow>& into) {
    reader.named("flows", Presence::Required, [&](const JsonMember& member, const Place& place) {
        Flow& flow = into.emplace_back();
        flow.name = member.key;
        ObjectReader fields(reader.log(), member.value, place, keys::kFlow, &flow.written);
        const auto steps = [&](std::string_view key, Steps& list, Presence presence) {
            fields.with(key, presence, [&](const JsonValue& value, const Place& stepsPlace) {
                readSteps(reader.log(), value, stepsPlace, list);
            });
        };
        steps("before", flow.before, Presence::Optional);
        steps("after", flow.after, Presence::Optional);
        steps("steps", flow.steps, Presence::Required);
    });
}

} // namespace

bool readVersion(ProblemLog& log, const JsonValue& document) {
    const Place root;
    const Place place = root.member("bellwether");
    const JsonValue* version = document.find("bellwether");
    if (version == nullptr) {
        log.add(ProblemKind::MissingKey, place, "bellwether");
        return false;
    }
    std::int64_t number = 0;
    if (!readInteger(log, *version, place, number)) {
        return false;
    }
    if (number > kPlanVersion) {
        log.add(ProblemKind::NewerFormat, place, version->text, std::to_string(kPlanVersion));
        return false;
    }
    if (number < kPlanVersion) {
        log.add(ProblemKind::OutOfRange, place, version->text, std::to_string(kPlanVersion));
        return false;
    }
    return true;
}

void reportDuplicateKeys(ProblemLog& log, const JsonValue& value, const Place& place) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        reportDuplicateKeys(log, value.items[i], place.item(i));
    }
    std::vector<std::string_view> names;
    names.reserve(value.members.size());
    for (const JsonMember& member : value.members) {
        reportDuplicateKeys(log, member.value, place.member(member.key));
        names.push_back(member.key);
    }
    std::ranges::sort(names);
    for (auto at = std::ranges::adjacent_find(names); at != names.end();
         at = std::ranges::adjacent_find(at, names.end())) {
        log.add(ProblemKind::DuplicateKey, place.member(*at), *at);
        at = std::ranges::upper_bound(at, names.end(), *at);
    }
}

std::string_view oneOf(ObjectReader& reader, std::span<const std::string_view> keys, Presence presence) {
    std::vector<std::string_view> there;
    std::ranges::copy_if(keys, std::back_inserter(there),
                         [&](std::string_view key) { return reader.has(key); });
    if (there.size() > 1) {
        reader.log().add(ProblemKind::TwoOfOne, reader.place(), joined(there), joined(keys));
    }
    if (there.empty()) {
        if (presence == Presence::Required && reader.isObject()) {
            reader.log().add(ProblemKind::NoneOfOne, reader.place(), {}, joined(keys));
        }
        return {};
    }
    return there.front();
}

TestPlan readPlan(ProblemLog& log, const JsonValue& document) {
    TestPlan plan;
    const Place root;
    ObjectReader reader(log, document, root, keys::kPlan, &plan.written);
    reader.text("name", plan.name);
    reader.text("description", plan.description);
    reader.texts("allowedHosts", plan.allowedHosts);
    readVariables(reader, "variables", plan.variables);
    readEnvironments(reader, plan.environments);
    reader.texts("secrets", plan.secrets);
    readFeeds(reader, plan.feeds);
    readDefaults(reader, plan.defaults);
    reader.text("setup", plan.setup);
    reader.text("teardown", plan.teardown);
    readFlows(reader, plan.flows);
    reader.named("scenarios", Presence::Required, [&](const JsonMember& member, const Place& place) {
        plan.scenarios.push_back(readScenario(log, member, place));
    });
    reader.named("thresholds", Presence::Optional, [&](const JsonMember& member, const Place& place) {
        plan.thresholds.push_back(readThresholds(log, member, place));
    });
    reader.items("budgets", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        plan.budgets.push_back(readBudget(log, value, place));
    });
    return plan;
}

} // namespace bw::testplan
