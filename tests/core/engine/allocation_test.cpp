// The sanitizers bring their own allocator, which this program must not replace.
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

#include "tests/core/engine/load_test.h"

#include <cstdlib>
#include <new>

namespace {

// Of all threads: the target's is warm, too, and needs nothing for these requests.
std::atomic<std::uint64_t> allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void* memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace bw::engine {
namespace {

// Answers without noting anything.
class QuietApp final : public server::App {
public:
    void handle(server::Exchange& exchange) override { exchange.response().body() = R"({"id": 4711})"; }
};

TEST(EngineAllocations, aWarmRequestNeedsNextToNone) {
    const auto server = server::HttpServer::start({}, [](unsigned) { return std::make_unique<QuietApp>(); });
    ASSERT_TRUE(server);
    PlanText text;
    text.top = R"("variables": {"base": "http://127.0.0.1:)" + std::to_string((*server)->port()) + R"("},)";
    text.steps = R"x({"http": {"name": "r", "method": "POST", "url": "${base}/orders/${vu}/${iteration}",
        "headers": {"Authorization": "Bearer a-token-that-no-small-string-holds"}, "json": {"n": "${iteration}"},
        "checks": {"created": "status == 200"}, "extract": {"id": "json('$.id')"}}})x";
    text.scenarios = R"("load": {"executor": "constant-vus", "flow": "main", "vus": 4, "duration": "1h"})";
    const auto plan = runplan::compiled(text);
    ASSERT_TRUE(plan);
    auto engine = LoadEngine::create(*plan, {}, SystemClock::instance());
    ASSERT_TRUE(engine);
    (*engine)->start();
    // Between the looks nothing but the workers and the target runs.
    const auto done = [&] { return (*engine)->counters()[0]->scenario(0).iterationsDone.get(); };
    while (done() < 1000) {
    }
    const std::uint64_t before = allocations;
    const std::int64_t first = done();
    while (done() < first + 500) {
    }
    const std::uint64_t after = allocations;
    const auto requests = static_cast<double>(done() - first);
    EXPECT_LE(static_cast<double>(after - before) / requests, 0.2);
    RecordProperty("allocations", static_cast<int>(after - before));
    RecordProperty("requests", static_cast<int>(requests));
    (*engine)->abort();
    while ((*engine)->advance() != EngineStage::Ended) {
        (*engine)->wait(5ms);
    }
}

} // namespace
} // namespace bw::engine

#endif
