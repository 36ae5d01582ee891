#include "core/expr/functions.h"

#include <cmath>
#include <cstring>

namespace bw::expr {
namespace {

std::size_t findText(std::string_view text, std::string_view part) {
    const void* const found = ::memmem(text.data(), text.size(), part.data(), part.size());
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

Operand between(Evaluation& evaluation, const Node& call, std::string_view body) {
    const auto left = evaluation.textArgument(call, 0);
    const auto right = evaluation.textArgument(call, 1);
    if (!left || !right) {
        return {};
    }
    const std::size_t start = findText(body, *left);
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = body.substr(start + left->size());
    const std::size_t end = findText(rest, *right);
    return end == std::string_view::npos ? Operand() : Operand::ofText(rest.substr(0, end));
}

Operand capture(Evaluation& evaluation, const Node& call, std::string_view body) {
    const Pattern& pattern = evaluation.program().patterns[call.third];
    int group = pattern.groupCount() > 0 ? 1 : 0;
    if (call.second > 1) {
        const auto asked = evaluation.numberArgument(call, 1);
        if (!asked) {
            return {};
        }
        if (!(*asked >= 0 && *asked <= Pattern::kMaxGroup && *asked == std::trunc(*asked))) {
            return evaluation.fail(EvalErrorKind::BadArgument,
                                   evaluation.program().nodes[evaluation.argumentNode(call, 1)]);
        }
        group = static_cast<int>(*asked);
    }
    const auto found = pattern.capture(body, group);
    return found ? Operand::ofText(*found) : Operand();
}

Operand field(Evaluation& evaluation, const Node& call, const ResponseView& response) {
    const auto name = evaluation.textArgument(call, 0);
    if (!name) {
        return {};
    }
    const bool isHeader = static_cast<Function>(call.code) == Function::Header;
    const auto found = isHeader ? response.header(*name) : response.cookie(*name);
    return found ? Operand::ofText(*found) : Operand();
}

} // namespace

Operand readJson(Evaluation& evaluation, const Node& call, JsonUse use) {
    const ResponseView* const response = evaluation.context().response;
    Operand result;
    if (use == JsonUse::Exists) {
        result = Operand::ofBoolean(false);
    }
    if (response == nullptr) {
        return result;
    }
    ScratchParts& scratch = evaluation.scratch();
    const auto outcome = scratch.json.read(
        {response->body(), response->bodyPadding(), evaluation.context().responseNumber},
        evaluation.program().paths[call.third], use, {scratch.texts, scratch.values}, result);
    return outcome == JsonOutcome::TooLarge ? evaluation.fail(EvalErrorKind::TooLarge, call) : result;
}

Operand callResponseFunction(Evaluation& evaluation, const Node& call) {
    const ResponseView* const response = evaluation.context().response;
    if (response == nullptr) {
        return {};
    }
    switch (static_cast<Function>(call.code)) {
    case Function::Json:
        return readJson(evaluation, call, JsonUse::Value);
    case Function::Capture:
        return capture(evaluation, call, response->body());
    case Function::Between:
        return between(evaluation, call, response->body());
    default:
        return field(evaluation, call, *response);
    }
}

} // namespace bw::expr
