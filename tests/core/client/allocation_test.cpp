// The thread sanitizer brings an operator new of its own, which cannot be replaced.
#if !__has_feature(thread_sanitizer)

#include "core/client/cookie_jar.h"
#include "tests/core/client/client_test.h"

#include <cstdlib>
#include <new>

namespace {

thread_local std::uint64_t allocations = 0;

} // namespace

// Counted for this whole program; only this file asks.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    std::abort();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace bw::client {
namespace {

class AllocationTest : public ClientTest {
protected:
    void SetUp() override {
        server.onRequest = [](auto& connection) {
            connection.say("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
                           "Server: a name that no small string holds\r\nContent-Length: 40\r\n\r\n"
                           "0123456789012345678901234567890123456789");
        };
    }
    void exchange(Asking& asking) {
        asking.start(pool);
        while (!asking.isOver()) {
            reactor->runOnce(Instant::max());
        }
    }
};

} // namespace

TEST_F(AllocationTest, AWarmExchangeMakesNone) {
    const codec::HeaderField fields[] = {{"Authorization", "Bearer a-token-that-is-long-enough"}};
    Request request = get();
    request.method = "POST";
    request.fields = fields;
    request.body = "{\"symbol\":\"ABC\"}";
    request.hasBody = Request::Body::Some;
    request.deadline = reactor->now() + std::chrono::hours(1);
    Asking asking(pool, request, url("/api/orders?a=long&query=string"));
    ASSERT_TRUE(runUntil([&] { return asking.isOver(); }));
    for (int i = 0; i < 20; ++i) {
        exchange(asking);
    }
    const std::uint64_t before = allocations;
    for (int i = 0; i < 200; ++i) {
        exchange(asking);
        ASSERT_EQ(asking.exchange.body.size(), 40U);
        ASSERT_EQ(asking.exchange.connection, Exchange::Connection::Reused);
    }
    EXPECT_EQ(allocations - before, 0U);
}

TEST_F(AllocationTest, CookiesMakeNone) {
    CookieJar jar;
    const codec::Url there = *codec::parseUrl("http://shop.example.org/cart");
    for (int i = 0; i < 20; ++i) {
        jar.set(there, "cookie-" + std::to_string(i) + "=a value of some length; Path=/", 0);
    }
    std::string out;
    jar.append(there, 0, out);
    const std::uint64_t before = allocations;
    for (int i = 0; i < 100; ++i) {
        out.clear();
        jar.append(there, 0, out);
    }
    EXPECT_EQ(allocations - before, 0U);
}

} // namespace bw::client

#endif
