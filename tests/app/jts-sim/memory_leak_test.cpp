#include "app/jts-sim/sim/json_writer.h"
#include "app/jts-sim/sim/memory_leak.h"

#include <fstream>
#include <gmock/gmock.h>
#include <optional>
#include <unistd.h>

namespace bw::jts {
namespace {

constexpr std::size_t MB = 1'000'000;

double residentMB() {
    std::ifstream statm("/proc/self/statm");
    double size = 0;
    double resident = 0;
    statm >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

TEST(MemoryLeak, IsInTheResidentMemoryUntilItEnds) {
    std::optional<MemoryLeak> leak;
    const double before = residentMB();
    leak.emplace(MemoryLeak::Limits{.each = MB, .most = 100 * MB});
    EXPECT_LT(residentMB(), before + 10); // nothing yet
    for (int i = 0; i < 50; ++i) {
        leak->grow();
    }
    EXPECT_EQ(leak->kept(), 50 * MB);
    EXPECT_GT(residentMB(), before + 40);
    leak.reset();
    EXPECT_LT(residentMB(), before + 10);
}

TEST(MemoryLeak, StopsAtItsLimit) {
    MemoryLeak leak({.each = 300, .most = 1000});
    for (int i = 0; i < 10; ++i) {
        leak.grow();
    }
    EXPECT_EQ(leak.kept(), 1000U);
    std::string out;
    JsonWriter json(out);
    leak.appendJson(json);
    EXPECT_EQ(out, R"({"requests":10,"kept_bytes":1000,"most_bytes":1000})");
}

TEST(MemoryLeak, TakesNothingWhenTheSystemGivesNothing) {
    MemoryLeak leak({.each = 1, .most = SIZE_MAX});
    leak.grow();
    EXPECT_EQ(leak.kept(), 0U);
}

} // namespace
} // namespace bw::jts
