#include "core/expr/expression.h"
#include "core/expr/json_template.h"
#include "core/expr/template.h"
#include "tests/support/expr_cases.h"

#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>

namespace {
std::atomic<std::size_t> g_allocations = 0;
} // namespace

// Every allocation of the program is counted.
void* operator new(std::size_t size) {
    g_allocations.fetch_add(1, std::memory_order_relaxed);
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    std::abort();
}
void* operator new[](std::size_t size) {
    return operator new(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return operator new(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

using namespace bw;
using namespace bw::expr;

namespace {

class AllocationTest : public testing::Test {
protected:
    // Allocations of the third run of `work`: by then everything is warm.
    template <class Work>
    std::size_t whenWarm(Work&& work) {
        work();
        work();
        const std::size_t before = g_allocations.load();
        work();
        return g_allocations.load() - before;
    }

    Scope m_scope = test::exprScope();
    Scratch m_scratch;
    Random m_random{1};
    test::ExprResponse m_response;
    test::ExprFeeds m_feeds;
    Context m_context = test::exprContext(m_scratch, m_random, m_response, m_feeds);
};

} // namespace

TEST_F(AllocationTest, theCounterCounts) {
    EXPECT_GE(whenWarm([] { delete new int; }), 0U);
    EXPECT_EQ(whenWarm([] {
                  const std::string text(100, 'x');
                  EXPECT_EQ(text.size(), 100U);
              }),
              1U);
}

TEST_F(AllocationTest, conditionsAllocateNothing) {
    for (const char* source :
         {"status == 201", "duration < 10", "exists(json('$.orderId'))", "json('$.orderId') == 'o-17'",
          "length(json('$.list')) == 3", "json('$.legs[1].symbol') != token", "contains(body, 'orderId')",
          "matches(body, 'order[A-Z]d')", "capture('\"(o-\\\\d+)\"', 1) == 'o-17'",
          "between('orderId\": \"', '\"') == 'o-17'", "header('content-type') == 'application/json'",
          "sha256(token + count) != hmac('sha256', secret.API_TOKEN, body)",
          "urlEncode(base64(upper(token))) + fixed(duration, 3) + uuid() != ''",
          "feed.users.qty * 2 + randomInt(1, 6) > 0 && oneOf('a', 'b') != 'c'"}) {
        const auto expression = Expression::compile(source, m_scope);
        ASSERT_TRUE(expression) << source;
        const auto run = [&] {
            const auto truth = expression->test(m_context);
            EXPECT_TRUE(truth.has_value() && *truth) << source;
        };
        EXPECT_EQ(whenWarm(run), 0U) << source;
    }
}

TEST_F(AllocationTest, valuesThatNeedNoMemoryTakeNone) {
    for (const char* source :
         {"token", "json('$.orderId')", "json('$.price')", "count + 1", "feed.users.name"}) {
        const auto expression = Expression::compile(source, m_scope);
        const auto run = [&] { EXPECT_FALSE(expression->evaluate(m_context)->isUndefined()); };
        EXPECT_EQ(whenWarm(run), 0U) << source;
    }
}

TEST_F(AllocationTest, templatesAllocateNothing) {
    std::string out;
    for (const char* source :
         {"${baseUrl}/api/orders", "Bearer ${token}", "user_${vu}", "${now}", "${uuid()}",
          "${fixed(random(0,10),4)}", "${oneOf('buy','sell')}${json('$.orderId')}"}) {
        const auto compiled = Template::compile(source, m_scope);
        const auto run = [&] {
            out.clear();
            EXPECT_TRUE(compiled->render(m_context, out));
        };
        EXPECT_EQ(whenWarm(run), 0U) << source;
    }
    const auto body = JsonTemplate::compile(
        R"({"symbol": "KRW-BTC", "side": "${oneOf('buy','sell')}", "quantity": "${fixed(random(0,10),4)}",
            "userId": "user_${vu}", "timestamp": "${now}", "name": "${feed.users.name}"})",
        m_scope);
    const auto run = [&] {
        out.clear();
        EXPECT_TRUE(body->render(m_context, out));
    };
    EXPECT_EQ(whenWarm(run), 0U);
}
