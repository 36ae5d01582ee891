#include "core/expr/functions.h"
#include "core/expr/number_text.h"
#include "core/expr/text_coding.h"
#include "core/expr/utf8.h"

#include <algorithm>
#include <cstring>

namespace bw::expr {
namespace {

// memmem is linear even for needles made to be slow to find; string_view::find is not.
bool containsText(std::string_view text, std::string_view part) {
    return part.empty() || ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

Operand containsItem(const Operand& array, const Operand& item) {
    return Operand::ofBoolean(std::ranges::any_of(
        array.origin->items(), [&](const Value& each) { return strictlyEqual(Operand::of(each), item); }));
}

// contains, startsWith, endsWith: false when a side is undefined.
Operand compareTexts(Evaluation& evaluation, const Node& call, Function function) {
    const Operand text = evaluation.argument(call, 0);
    const Operand part = evaluation.argument(call, 1);
    if (evaluation.failed() || text.isUndefined() || part.isUndefined()) {
        return Operand::ofBoolean(false);
    }
    if (function == Function::Contains && text.kind == Value::Kind::Array) {
        return containsItem(text, part);
    }
    const std::string_view whole = evaluation.textOf(text, call);
    const std::string_view wanted = evaluation.textOf(part, call);
    switch (function) {
    case Function::Contains:
        return Operand::ofBoolean(containsText(whole, wanted));
    case Function::StartsWith:
        return Operand::ofBoolean(whole.starts_with(wanted));
    default:
        return Operand::ofBoolean(whole.ends_with(wanted));
    }
}

Operand matches(Evaluation& evaluation, const Node& call) {
    const Operand text = evaluation.argument(call, 0);
    if (evaluation.failed() || text.isUndefined()) {
        return Operand::ofBoolean(false);
    }
    return Operand::ofBoolean(
        evaluation.program().patterns[call.third].matches(evaluation.textOf(text, call)));
}

Operand length(Evaluation& evaluation, const Node& call) {
    const Operand of = evaluation.argument(call, 0);
    if (of.kind == Value::Kind::Array) {
        return Operand::ofNumber(static_cast<double>(of.origin->items().size()));
    }
    if (evaluation.failed() || of.isUndefined() || of.kind == Value::Kind::Object) {
        return {};
    }
    return Operand::ofNumber(static_cast<double>(utf16Length(evaluation.textOf(of, call))));
}

void appendLower(std::string_view text, std::string& out) {
    for (const char c : text) {
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
}

void appendUpper(std::string_view text, std::string& out) {
    for (const char c : text) {
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    }
}

Operand hmac(Evaluation& evaluation, const Node& call) {
    const auto name = evaluation.textArgument(call, 0);
    const auto key = evaluation.textArgument(call, 1);
    const auto text = evaluation.textArgument(call, 2);
    if (!name || !key || !text) {
        return {};
    }
    const auto algorithm = hashAlgorithm(*name);
    if (!algorithm) {
        return evaluation.fail(EvalErrorKind::BadArgument,
                               evaluation.program().nodes[evaluation.argumentNode(call, 0)]);
    }
    std::string& hex = evaluation.scratch().blank();
    evaluation.scratch().digest.hmac(*algorithm, *key, *text, hex);
    return evaluation.keep(hex, call);
}

Operand fixed(Evaluation& evaluation, const Node& call) {
    const auto number = evaluation.numberArgument(call, 0);
    const auto digits = evaluation.numberArgument(call, 1);
    if (!number || !digits) {
        return {};
    }
    // As JavaScript: NaN counts as 0, a fraction is cut off.
    const double wanted = *digits == *digits ? *digits : 0;
    if (!(wanted > -1 && wanted < 101)) {
        return evaluation.fail(EvalErrorKind::BadArgument,
                               evaluation.program().nodes[evaluation.argumentNode(call, 1)]);
    }
    std::string& text = evaluation.scratch().blank();
    appendFixed(*number, static_cast<int>(wanted), text);
    return evaluation.keep(text, call);
}

// The functions that make a text of one text.
Operand convert(Evaluation& evaluation, const Node& call, Function function) {
    const auto text = evaluation.textArgument(call, 0);
    if (!text) {
        return {};
    }
    std::string& out = evaluation.scratch().blank();
    if (function == Function::Sha256) {
        evaluation.scratch().digest.hash(HashAlgorithm::Sha256, *text, out);
        return evaluation.keep(out, call);
    }
    if (text->size() > kMaxTextLength) {
        return evaluation.fail(EvalErrorKind::TooLarge, call);
    }
    switch (function) {
    case Function::Lower:
        appendLower(*text, out);
        break;
    case Function::Upper:
        appendUpper(*text, out);
        break;
    case Function::Base64:
        appendBase64(*text, out);
        break;
    default:
        appendUrlEncoded(*text, out);
        break;
    }
    return evaluation.keep(out, call);
}

} // namespace

Operand callTextFunction(Evaluation& evaluation, const Node& call) {
    const auto function = static_cast<Function>(call.code);
    switch (function) {
    case Function::Contains:
    case Function::StartsWith:
    case Function::EndsWith:
        return compareTexts(evaluation, call, function);
    case Function::Matches:
        return matches(evaluation, call);
    case Function::Length:
        return length(evaluation, call);
    case Function::Hmac:
        return hmac(evaluation, call);
    case Function::Fixed:
        return fixed(evaluation, call);
    default:
        return convert(evaluation, call, function);
    }
}

} // namespace bw::expr
