#include "core/expr/expression.h"
#include "core/expr/json_template.h"
#include "core/expr/single_test.h"
#include "core/expr/template.h"
#include "core/expr/value_text.h"
#include "tests/support/expr_cases.h"

#include <cstdlib>

// Any text, taken as an expression, a template, a JSON template and a JSON document: it is refused with a
// place inside it, or it evaluates to a value or to a failure with a place inside it. The input's first line
// is the source, what follows is the response's body.

namespace {

using namespace bw;
using namespace bw::expr;

void expect(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void checkProblems(const std::vector<Problem>& problems, std::size_t length) {
    expect(!problems.empty());
    for (const Problem& problem : problems) {
        expect(std::size_t(problem.offset) + problem.length <= length);
    }
}

void checkError(const EvalError& error, std::size_t length) {
    expect(std::size_t(error.offset) + error.length <= length);
}

void checkExpression(std::string_view source, const Scope& scope, Context& context) {
    if (const auto test = splitSingleTest(source)) {
        expect(source.find(test->subject) != std::string_view::npos && !test->test.empty());
    }
    const auto expression = Expression::compile(source, scope);
    if (!expression) {
        checkProblems(expression.error(), source.size());
        return;
    }
    const auto value = expression->evaluate(context);
    if (!value) {
        checkError(value.error(), source.size());
    } else {
        expect(toText(*value).size() <= 6 * kMaxTextLength);
        expect(!expression->isConstant() || value->kind() == expression->constant().kind());
    }
}

void checkTemplate(std::string_view source, const Scope& scope, Context& context) {
    const auto compiled = Template::compile(source, scope);
    if (!compiled) {
        checkProblems(compiled.error(), source.size());
        return;
    }
    std::string out = "x";
    if (const auto rendered = compiled->render(context, out); !rendered) {
        checkError(rendered.error(), source.size());
        expect(out == "x");
    } else if (compiled->isLiteral()) {
        expect(out.substr(1) == compiled->literal());
    }
}

// What is rendered must be JSON again.
void checkJsonTemplate(std::string_view source, const Scope& scope, Context& context) {
    const auto compiled = JsonTemplate::compile(source, scope);
    if (!compiled) {
        expect(!compiled.error().empty());
        return;
    }
    std::string out;
    if (compiled->render(context, out)) {
        expect(!fromJson(out).isUndefined());
    }
}

void checkJson(std::string_view text) {
    const Value value = fromJson(text);
    if (!value.isUndefined()) {
        const std::string printed = toJson(value);
        expect(toJson(fromJson(printed)) == printed);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(text.find('\n'), text.size());
    const std::string_view source = text.substr(0, line);
    const std::string_view body = line < text.size() ? text.substr(line + 1) : test::kExprBody;
    static const Scope scope = test::exprScope();
    static Scratch scratch;
    Random random(1);
    const test::ExprResponse response(body);
    test::ExprFeeds feeds;
    Context context = test::exprContext(scratch, random, response, feeds);
    static std::uint64_t responses = 0;
    context.responseNumber = ++responses; // its JSON is looked through once
    checkExpression(source, scope, context);
    checkTemplate(source, scope, context);
    checkJsonTemplate(text, scope, context);
    checkJson(text);
    return 0;
}
