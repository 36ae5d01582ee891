// The sanitizers bring their own allocator, which this program must not replace.
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

#include "core/server/http_server.h"
#include "tests/core/server/raw_client.h"

#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>

namespace {

thread_local std::size_t allocations = 0;

} // namespace

// Counts what each thread of this test program allocates.
void* operator new(std::size_t size) {
    ++allocations;
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

namespace bw::server {
namespace {

// Notes how much its thread has allocated when a request comes.
class CountingApp final : public App {
public:
    explicit CountingApp(std::atomic<std::size_t>& seen)
        : m_seen(seen) {}

    void handle(Exchange& exchange) override {
        m_seen = allocations;
        (void)exchange.response().addHeader("X-Note", "a value that no small string holds, at all");
        exchange.response().body().append(exchange.request().body());
        if (exchange.request().path() == "/late") {
            exchange.sendAfter(std::chrono::microseconds(1));
        }
    }

private:
    std::atomic<std::size_t>& m_seen;
};

TEST(HttpServerAllocations, AWarmRequestAllocatesNothing) {
    std::atomic<std::size_t> seen = 0;
    const auto server = HttpServer::start({}, [&](unsigned) { return std::make_unique<CountingApp>(seen); });
    ASSERT_TRUE(server);
    RawClient client((*server)->port());
    const std::string body(500, 'b');
    const auto ask = [&] {
        EXPECT_EQ(
            client.ask("POST", "/a/path?with=a&long=query", body, "Accept: application/json\r\n").status,
            200);
        EXPECT_EQ(client.ask("POST", "/late", body).body, body);
        // Cut in the middle of a field, so that the parser has to keep a piece.
        client.send("GET /split HTTP/1.1\r\nX-Cut-In-The-Middle: some te");
        client.send("xt\r\n\r\n");
        EXPECT_EQ(client.readAnswer().status, 200);
    };
    // How the kernel cuts and joins what is sent decides which buffers a round needs: they grow once, in
    // whichever round first meets a case. A server that allocates for its requests never has a round without.
    std::size_t allocatedInRound = 1;
    for (int round = 0; round < 50 && allocatedInRound > 0; ++round) {
        const std::size_t before = seen;
        for (int i = 0; i < 50; ++i) {
            ask();
        }
        allocatedInRound = seen - before;
    }
    EXPECT_EQ(allocatedInRound, 0u);
}

} // namespace
} // namespace bw::server

#endif
