#include "app/jts-sim/sim/bottleneck_settings.h"
#include "app/jts-sim/sim/json_writer.h"

#include <gmock/gmock.h>

namespace bw::jts {
namespace {

using std::chrono::milliseconds;

std::string shown(const BottleneckSettings& settings) {
    std::string out;
    JsonWriter json(out);
    json.beginObject();
    settings.appendMembers(json);
    json.endObject();
    return out;
}

TEST(BottleneckSettings, AreOffAtFirstAndHaveDefaults) {
    const BottleneckSettings settings;
    EXPECT_TRUE(settings.isEmpty());
    EXPECT_FALSE(settings.isOn(Setting::Pool));
    EXPECT_EQ(settings.span(Setting::PoolTimeout), std::chrono::seconds(1));
    EXPECT_EQ(settings.count(Setting::QueueWaiting), 16U);
    EXPECT_EQ(shown(settings), "{}");
}

TEST(BottleneckSettings, TakeWhatIsInRange) {
    BottleneckSettings settings;
    ASSERT_TRUE(settings.set("pool", "4"));
    ASSERT_TRUE(settings.set("pool.hold", "2.5ms"));
    ASSERT_TRUE(settings.set("ceiling", "0.5"));
    EXPECT_TRUE(settings.isOn(Setting::Pool));
    EXPECT_EQ(settings.count(Setting::Pool), 4U);
    EXPECT_EQ(settings.span(Setting::PoolHold), milliseconds(2) + std::chrono::microseconds(500));
    EXPECT_EQ(settings.interval(Setting::Ceiling), std::chrono::seconds(2));
    EXPECT_EQ(shown(settings), R"({"pool":4,"pool.hold":"2.5ms","ceiling":0.5})");
}

TEST(BottleneckSettings, BytesMayHaveAUnit) {
    BottleneckSettings settings;
    for (const auto& [text, bytes] :
         {std::pair("64KB", 64'000U), {"64kB", 64'000U}, {"1.5MB", 1'500'000U}, {"70", 70U}}) {
        ASSERT_TRUE(settings.set("memoryLeak", text)) << text;
        EXPECT_EQ(settings.count(Setting::MemoryLeak), bytes);
    }
    EXPECT_EQ(shown(settings), R"({"memoryLeak":70})");
    EXPECT_EQ(BottleneckSettings::expected("memoryLeak"), "a number of bytes (64KB) from 1 to 16000000");
}

TEST(BottleneckSettings, ZeroTakesASwitchAwayAndIsAValueOfAParameter) {
    BottleneckSettings settings;
    ASSERT_TRUE(settings.set("queue", "3"));
    ASSERT_TRUE(settings.set("queue.waiting", "0"));
    EXPECT_EQ(settings.count(Setting::QueueWaiting), 0U);
    ASSERT_TRUE(settings.set("queue", "0"));
    EXPECT_FALSE(settings.isOn(Setting::Queue));
    ASSERT_TRUE(settings.set("queue.waiting", "off"));
    EXPECT_EQ(settings.count(Setting::QueueWaiting), 16U);
    EXPECT_TRUE(settings.isEmpty());
}

TEST(BottleneckSettings, RefuseWhatIsHostileAndKeepWhatTheyHad) {
    BottleneckSettings settings;
    ASSERT_TRUE(settings.set("pool", "4"));
    for (const char* value : {"-1", "0.5", "1e9", "10001", "nan", "inf", "-inf", "4 ", " 4", "4x", "0x4",
                              "99999999999999999999999999", "1e400", "true", "4,5"}) {
        const auto done = settings.set("pool", value);
        ASSERT_FALSE(done) << value;
        EXPECT_EQ(done.error(), SettingError::BadValue);
    }
    for (const char* value : {"-1ms", "2h", "soon", "1d", "1e3ms", "99999999999999999999h"}) {
        EXPECT_FALSE(settings.set("pool.hold", value)) << value;
    }
    for (const char* value : {"64TB", "KB", "-1KB", "0.5", "17MB", "1e30GB", "64 KB", "nanKB"}) {
        EXPECT_FALSE(settings.set("memoryLeak", value)) << value;
    }
    EXPECT_FALSE(settings.set("memoryLeak.most", "3GB"));
    for (const char* value : {"-5", "0.0001", "1000001", "5/s"}) {
        EXPECT_FALSE(settings.set("ceiling", value)) << value;
    }
    for (const char* name : {"", "pools", "pool.", "pool.size", "Pool", "pool hold"}) {
        EXPECT_EQ(settings.set(name, "1").error(), SettingError::UnknownName) << name;
        EXPECT_FALSE(BottleneckSettings::knows(name));
    }
    EXPECT_EQ(shown(settings), R"({"pool":4})");
}

TEST(BottleneckSettings, TellWhatTheyExpect) {
    EXPECT_EQ(BottleneckSettings::expected("pool"), "a whole number from 1 to 10000");
    EXPECT_EQ(BottleneckSettings::expected("pool.timeout"), "a duration from 0s to 1h");
    EXPECT_EQ(BottleneckSettings::expected("ceiling"), "a number a second from 0.001 to 1000000");
    EXPECT_EQ(BottleneckSettings::expected("latency"), "");
}

} // namespace
} // namespace bw::jts
