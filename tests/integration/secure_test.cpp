#include "tests/integration/target.h"

#include <fstream>

using namespace bw::test;

// TLS and HTTP/2 from the command line to the target and back.
namespace {

class SecureTest : public TargetTest {
protected:
    // Orders placed and read, five of them at a time, with what the plan says about connections.
    std::string plan(const std::string& http) {
        std::ofstream file(path("secure.plan.json"));
        file << R"plan({
  "bellwether": 1, "name": "secure", "variables": { "baseUrl": "https://127.0.0.1" },
  "defaults": { "http": { )plan"
             << http << R"plan( } },
  "flows": { "f": { "steps": [
    { "http": { "name": "place", "method": "POST", "url": "${baseUrl}/api/orders",
        "json": { "symbol": "KRW-BTC", "side": "buy", "type": "market", "quantity": 1 },
        "extract": { "id": "json('$.orderId')" }, "checks": { "placed": "status == 201" } } },
    { "parallel": { "max": 5, "steps": [
      { "http": { "name": "read", "url": "${baseUrl}/api/orders/${id}",
          "checks": { "found": "json('$.orderId') == id" } } },
      { "http": { "name": "read", "url": "${baseUrl}/api/orders/${id}",
          "checks": { "found": "json('$.orderId') == id" } } },
      { "http": { "name": "history", "url": "${baseUrl}/api/trading/history?limit=5",
          "checks": { "listed": "status == 200" } } },
      { "http": { "name": "prices", "url": "${baseUrl}/api/market-data/prices",
          "checks": { "quoted": "status == 200" } } },
      { "http": { "name": "health", "url": "${baseUrl}/health",
          "checks": { "up": "json('$.status') == 'up'" } } } ] } } ] } },
  "scenarios": { "s": { "executor": "per-vu-iterations", "vus": 4, "iterations": 25, "flow": "f" } },
  "thresholds": { "checks": ["rate==1"], "http_req_failed": ["rate==0"], "http_reqs": ["count==600"] } })plan";
        return path("secure.plan.json");
    }
};

} // namespace

TEST_F(SecureTest, aTrustedTargetIsLoadedOverEitherVersion) {
    startTarget({"--tls-self-signed", path("target.pem")});
    ASSERT_TRUE(m_url.starts_with("https://")) << m_url;
    for (const char* version : {"auto", "1.1", "2"}) {
        for (const char* reactor : {"epoll", "auto"}) {
            Process run(runCommand(
                plan(R"("version": ")" + std::string(version) + R"(", "tls": { "ca": "target.pem" })"),
                {"--reactor", reactor, "--quiet", "--out", "json=" + path("out.json")}));
            EXPECT_EQ(run.wait(), 0) << version << run.errors << run.output;
            std::ifstream out(path("out.json"));
            const std::string samples(std::istreambuf_iterator<char>(out), {});
            const bool isHttp2 = samples.find(R"("proto":"HTTP/2.0")") != std::string::npos;
            EXPECT_EQ(isHttp2, version != std::string("1.1"));
        }
    }
}

TEST_F(SecureTest, http2IsSpokenWithoutTlsWhereThePlanSaysSo) {
    Process run(runCommand(plan(R"("version": "2")"), {"--quiet"}));
    EXPECT_EQ(run.wait(), 0) << run.errors << run.output;
}

TEST_F(SecureTest, aTargetThatNobodyTrustsIsNotLoaded) {
    startTarget({"--tls-self-signed", path("target.pem")});
    Process run(runCommand(plan(R"("timeout": "5s")"), {}));
    EXPECT_EQ(run.wait(), 99) << run.errors << run.output;
    EXPECT_NE(run.errors.find("place: TLS failed (self-signed certificate)"), std::string::npos)
        << run.errors;
}

TEST_F(SecureTest, whoDoesNotLookIsTold) {
    startTarget({"--tls-self-signed", path("target.pem")});
    Process run(runCommand(plan(R"("tls": { "verify": false })"), {"--quiet"}));
    EXPECT_EQ(run.wait(), 0) << run.errors << run.output;
    EXPECT_NE(run.output.find("certificates were not verified"), std::string::npos) << run.output;
}

TEST_F(SecureTest, aFileThatIsNoCertificateIsNamed) {
    std::ofstream(path("target.pem")) << "nothing of that kind";
    Process run(runCommand(plan(R"("tls": { "ca": "target.pem" })"), {"--quiet"}));
    EXPECT_EQ(run.wait(), 3) << run.errors << run.output;
    EXPECT_NE(run.errors.find("defaults.http.tls"), std::string::npos) << run.errors;
}
