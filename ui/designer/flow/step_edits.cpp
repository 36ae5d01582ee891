#include "ui/designer/flow/step_edits.h"

#include "ui/designer/form/row_edits.h"
#include "ui/designer/outline/outline_node.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace bw::designer {
namespace {

using namespace testplan;

// No plan can hold this name: it stands for a place that other steps move to.
const std::string kMarker = "\x01";

// The flow whose place holds this one.
Flow* flowAt(TestPlan& plan, std::string_view place) {
    const auto found = std::ranges::find_if(
        plan.flows, [&](const Flow& flow) { return isPlaceWithin(place, memberPlace("flows", flow.name)); });
    return found == plan.flows.end() ? nullptr : &*found;
}

void walkList(const StepList& list, const StepVisit& visit) {
    for (std::size_t i = 0; i < list.steps->size(); ++i) {
        const std::string place = itemPlace(list.place, static_cast<int>(i));
        visit(place, (*list.steps)[i]);
        for (const StepList& inner : listsInside((*list.steps)[i], place)) {
            walkList(inner, visit);
        }
    }
}

struct Found {
    Step* step = nullptr;
    std::string place;
};

Found search(const std::vector<StepList>& lists, std::string_view place) {
    for (const StepList& list : lists) {
        if (!isPlaceWithin(place, list.place)) {
            continue;
        }
        for (std::size_t i = 0; i < list.steps->size(); ++i) {
            std::string own = itemPlace(list.place, static_cast<int>(i));
            if (isPlaceWithin(place, own)) {
                Step& step = (*list.steps)[i];
                Found deeper = search(listsInside(step, own), place);
                return deeper.step != nullptr ? deeper : Found{&step, std::move(own)};
            }
        }
    }
    return {};
}

Found search(TestPlan& plan, std::string_view place) {
    Flow* flow = flowAt(plan, place);
    return flow == nullptr ? Found{} : search(listsOf(*flow), place);
}

Steps* searchList(const std::vector<StepList>& lists, std::string_view wanted) {
    for (const StepList& list : lists) {
        if (list.place == wanted) {
            return list.steps;
        }
        for (std::size_t i = 0; i < list.steps->size(); ++i) {
            const std::string own = itemPlace(list.place, static_cast<int>(i));
            if (isPlaceWithin(wanted, own)) {
                return searchList(listsInside((*list.steps)[i], own), wanted);
            }
        }
    }
    return nullptr;
}

// In the order of the document, none inside another.
std::vector<std::string> outermost(TestPlan& plan, const std::vector<std::string>& places) {
    const std::set<std::string> wanted(places.begin(), places.end());
    std::vector<std::string> found;
    for (Flow& flow : plan.flows) {
        walkSteps(flow, [&](const std::string& place, Step&) {
            if (wanted.contains(place) && (found.empty() || !isPlaceWithin(place, found.back()))) {
                found.push_back(place);
            }
        });
    }
    return found;
}

// From the last to the first, so that the places of the others stay.
void eraseAll(TestPlan& plan, const std::vector<std::string>& places) {
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const StepSpot spot = spotOf(*place);
        Steps* list = findSteps(plan, spot.list);
        if (list != nullptr && spot.row < static_cast<int>(list->size())) {
            list->erase(list->begin() + spot.row);
        }
    }
}

bool insertMarker(TestPlan& plan, const StepSpot& spot) {
    Steps* list = findSteps(plan, spot.list);
    if (list == nullptr) {
        return false;
    }
    Step marker;
    marker.name = kMarker;
    list->insert(list->begin() + std::clamp(spot.row, 0, static_cast<int>(list->size())), marker);
    return true;
}

std::vector<std::string> replaceMarker(TestPlan& plan, Steps steps) {
    std::string marked;
    for (Flow& flow : plan.flows) {
        walkSteps(flow, [&](const std::string& place, Step& step) {
            marked = step.name == kMarker ? place : marked;
        });
    }
    const StepSpot spot = spotOf(marked);
    Steps& list = *findSteps(plan, spot.list);
    list.erase(list.begin() + spot.row);
    return insertSteps(plan, spot, std::move(steps));
}

Step makeStep(StepKind kind, std::string name = {}) {
    Step step;
    step.kind = std::move(kind);
    step.name = std::move(name);
    return step;
}

bool hasVariable(const TestPlan& plan, std::string_view name) {
    return std::ranges::find(plan.variables, name, &Variable::name) != plan.variables.end();
}

std::string anySession(const TestPlan& plan) {
    std::string name = "feed";
    for (const Flow& flow : plan.flows) {
        walkSteps(const_cast<Flow&>(flow), [&](const std::string&, Step& step) { // only looked at
            name = std::holds_alternative<WebSocketStep>(step.kind) ? step.name : name;
        });
    }
    return name;
}

Step makeHttp(const TestPlan& plan) {
    Step step = makeStep(HttpStep{}, "request");
    std::get<HttpStep>(step.kind).url =
        hasVariable(plan, "baseUrl") ? "${baseUrl}/" : "http://127.0.0.1:7070/";
    return step;
}

Step makeWebSocket(const TestPlan& plan) {
    WebSocketStep session;
    session.url =
        hasVariable(plan, "wsUrl") ? "${wsUrl}/ws/market-data" : "ws://127.0.0.1:7070/ws/market-data";
    session.duration = DurationText::from("10s");
    return makeStep(session, "feed");
}

Step makeRetry() {
    RetryStep retry;
    retry.times = 3;
    retry.backoff = DurationText::from("200ms");
    retry.until = "status == 200";
    return makeStep(retry);
}

} // namespace

std::vector<StepList> listsOf(Flow& flow) {
    const std::string place = memberPlace("flows", flow.name);
    return {
        {place + ".before", &flow.before}, {place + ".steps", &flow.steps}, {place + ".after", &flow.after}};
}

std::vector<StepList> listsInside(Step& step, const std::string& place) {
    const std::string inner = place + '.' + std::string(stepKindName(step.kind));
    return std::visit(
        [&](auto& kind) {
            std::vector<StepList> lists;
            if constexpr (requires { kind.thenSteps; }) {
                lists = {{inner + ".then", &kind.thenSteps}, {inner + ".else", &kind.elseSteps}};
            } else if constexpr (requires { kind.choices; }) {
                for (std::size_t i = 0; i < kind.choices.size(); ++i) {
                    lists.push_back(
                        {itemPlace(inner, static_cast<int>(i)) + ".steps", &kind.choices[i].steps});
                }
            } else if constexpr (requires { kind.steps; }) {
                lists = {{inner + ".steps", &kind.steps}};
            }
            return lists;
        },
        step.kind);
}

StepSpot spotOf(std::string_view stepPlace) {
    const std::size_t open = stepPlace.rfind('[');
    StepSpot spot;
    if (open != std::string_view::npos && stepPlace.ends_with(']')) {
        spot.list = stepPlace.substr(0, open);
        std::from_chars(stepPlace.data() + open + 1, stepPlace.data() + stepPlace.size() - 1, spot.row);
    }
    return spot;
}

Step* findStep(TestPlan& plan, std::string_view place) {
    return search(plan, place).step;
}

const Step* findStep(const TestPlan& plan, std::string_view place) {
    return search(const_cast<TestPlan&>(plan), place).step; // only looked at
}

std::string placeOfStep(const TestPlan& plan, std::string_view place) {
    return search(const_cast<TestPlan&>(plan), place).place; // only looked at
}

Steps* findSteps(TestPlan& plan, std::string_view list) {
    Flow* flow = flowAt(plan, list);
    return flow == nullptr ? nullptr : searchList(listsOf(*flow), list);
}

void walkSteps(Flow& flow, const StepVisit& visit) {
    for (const StepList& list : listsOf(flow)) {
        walkList(list, visit);
    }
}

Steps copySteps(const TestPlan& plan, const std::vector<std::string>& places) {
    auto& looked = const_cast<TestPlan&>(plan); // only looked at
    Steps steps;
    for (const std::string& place : outermost(looked, places)) {
        steps.push_back(*findStep(looked, place));
    }
    return steps;
}

std::vector<std::string> insertSteps(TestPlan& plan, const StepSpot& spot, Steps steps) {
    Steps* list = findSteps(plan, spot.list);
    std::vector<std::string> places;
    if (list == nullptr) {
        return places;
    }
    int row = std::clamp(spot.row, 0, static_cast<int>(list->size()));
    for (Step& step : steps) {
        list->insert(list->begin() + row, std::move(step));
        places.push_back(itemPlace(spot.list, row++));
    }
    return places;
}

std::vector<std::string> moveSteps(TestPlan& plan, const std::vector<std::string>& places,
                                   const StepSpot& spot) {
    const std::vector<std::string> moved = outermost(plan, places);
    const bool isIntoItself =
        std::ranges::any_of(moved, [&](const std::string& place) { return isPlaceWithin(spot.list, place); });
    Steps steps = copySteps(plan, moved);
    if (moved.empty() || isIntoItself || !insertMarker(plan, spot)) {
        return moved;
    }
    // The marker moved those behind it in its list.
    std::vector<std::string> now;
    for (const std::string& place : moved) {
        std::string at = place;
        if (isPlaceWithin(place, spot.list)) {
            // The row within the marker's list that holds the step.
            const std::string_view rest = std::string_view(place).substr(spot.list.size());
            const std::size_t close = rest.find(']');
            const StepSpot holder = spotOf(place.substr(0, spot.list.size() + close + 1));
            const int row = holder.row >= spot.row ? holder.row + 1 : holder.row;
            at = itemPlace(spot.list, row) + std::string(rest.substr(close + 1));
        }
        now.push_back(at);
    }
    eraseAll(plan, now);
    return replaceMarker(plan, std::move(steps));
}

std::vector<std::string> duplicateSteps(TestPlan& plan, const std::vector<std::string>& places) {
    const std::vector<std::string> originals = outermost(plan, places);
    if (originals.empty()) {
        return {};
    }
    Steps copies = copySteps(plan, originals);
    StepSpot spot = spotOf(originals.back());
    ++spot.row;
    return insertSteps(plan, spot, std::move(copies));
}

std::vector<std::string> groupSteps(TestPlan& plan, const std::vector<std::string>& places,
                                    const std::string& name) {
    const std::vector<std::string> inner = outermost(plan, places);
    if (inner.empty()) {
        return {};
    }
    GroupStep group;
    group.name = name;
    group.steps = copySteps(plan, inner);
    const StepSpot spot = spotOf(inner.front());
    eraseAll(plan, inner);
    return insertSteps(plan, spot, {makeStep(std::move(group))});
}

void removeSteps(TestPlan& plan, const std::vector<std::string>& places) {
    eraseAll(plan, outermost(plan, places));
}

void setStepState(TestPlan& plan, const std::vector<std::string>& places, StepState state) {
    for (const std::string& place : places) {
        if (Step* step = findStep(plan, place)) {
            step->state = state;
        }
    }
}

std::string addResult(TestPlan& plan, std::string_view place, std::string_view key, const std::string& name,
                      const std::string& expression) {
    const Found found = search(plan, place);
    NamedTexts* rows = nullptr;
    std::string list = found.place;
    if (auto* http = found.step == nullptr ? nullptr : std::get_if<HttpStep>(&found.step->kind)) {
        rows = key == "checks" ? &http->checks : &http->extract;
        list += ".http.";
    } else if (auto* session =
                   found.step == nullptr ? nullptr : std::get_if<WebSocketStep>(&found.step->kind)) {
        rows = key == "checks" ? &session->messages.checks : &session->messages.extract;
        list += ".websocket.messages.";
    }
    if (rows == nullptr) {
        return {};
    }
    const std::string free = freeName(name, [&](const std::string& one) {
        return std::ranges::find(*rows, one, &NamedTexts::value_type::first) != rows->end();
    });
    rows->emplace_back(free, expression);
    return memberPlace(list.append(key), free);
}

void renameStep(Step& step, const std::string& name) {
    if (auto* group = std::get_if<GroupStep>(&step.kind)) {
        group->name = name;
    } else if (auto* metric = std::get_if<MetricStep>(&step.kind)) {
        metric->metric = name;
    } else {
        step.name = name;
    }
}

std::vector<std::string_view> newStepKinds() {
    return {"http",   "websocket", "think", "group",  "loop",   "if",
            "choose", "parallel",  "retry", "pacing", "metric", "expect"};
}

Step newStep(const TestPlan& plan, std::string_view kind) {
    if (kind == "websocket") {
        return makeWebSocket(plan);
    }
    if (kind == "think") {
        return makeStep(ThinkStep{ConstantThink{DurationText::from("1s")}});
    }
    if (kind == "pacing") {
        return makeStep(PacingStep{DurationText::from("1s")});
    }
    if (kind == "group") {
        return makeStep(GroupStep{"group", {}});
    }
    if (kind == "loop") {
        return makeStep(LoopStep{CountLoop{2}, {}});
    }
    if (kind == "if") {
        IfStep condition;
        condition.condition = "status == 200";
        return makeStep(condition);
    }
    if (kind == "choose") {
        return makeStep(ChooseStep{{Choice{{3, {}}, {}}, Choice{{1, {}}, {}}}});
    }
    if (kind == "parallel") {
        return makeStep(ParallelStep{});
    }
    if (kind == "retry") {
        return makeRetry();
    }
    if (kind == "metric") {
        MetricStep metric;
        metric.metric = "my_metric";
        metric.add = "1";
        return makeStep(metric);
    }
    if (kind == "expect") {
        ExpectStep expect;
        expect.session = anySession(plan);
        expect.condition = "exists(json('$.orderId'))";
        expect.timeout = DurationText::from("2s");
        return makeStep(expect);
    }
    return makeHttp(plan);
}

} // namespace bw::designer
