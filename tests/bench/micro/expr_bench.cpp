#include "core/expr/expression.h"
#include "core/expr/json_template.h"
#include "core/expr/template.h"
#include "tests/support/expr_cases.h"

#include <benchmark/benchmark.h>

namespace bw::expr {
namespace {

// The world of the expressions' own tests.
struct World {
    Scope scope = test::exprScope();
    Scratch scratch;
    Random random{1};
    test::ExprResponse response;
    test::ExprFeeds feeds;
    Context context = test::exprContext(scratch, random, response, feeds);
};

void templateOfAUrl(benchmark::State& state) {
    World world;
    const Template url = *Template::compile("${baseUrl}/api/orders/${token}?n=${count}", world.scope);
    std::string out;
    for (auto _ : state) {
        out.clear();
        benchmark::DoNotOptimize(url.render(world.context, out));
    }
}
BENCHMARK(templateOfAUrl);

void bodyOfAnOrder(benchmark::State& state) {
    World world;
    const JsonTemplate body = *JsonTemplate::compile(
        R"({"symbol": "KRW-BTC", "side": "${oneOf('buy','sell')}", "type": "market",
            "quantity": "${fixed(random(0,10),4)}", "userId": "user_${vu}", "timestamp": "${now}"})",
        world.scope);
    std::string out;
    for (auto _ : state) {
        out.clear();
        benchmark::DoNotOptimize(body.render(world.context, out));
    }
}
BENCHMARK(bodyOfAnOrder);

void check(benchmark::State& state, const char* source) {
    World world;
    const Expression expression = *Expression::compile(source, world.scope);
    for (auto _ : state) {
        benchmark::DoNotOptimize(expression.test(world.context));
    }
}
BENCHMARK_CAPTURE(check, ofTheStatus, "status == 201");
BENCHMARK_CAPTURE(check, ofAFieldOfTheBody, "json('$.price') > 100");

} // namespace
} // namespace bw::expr
