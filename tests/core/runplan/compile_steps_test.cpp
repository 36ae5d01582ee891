#include "tests/core/runplan/plan_text.h"

#include <gmock/gmock.h>

namespace bw::runplan {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr auto kUnsupported = CompileErrorKind::Unsupported;

PlanText stepsOf(const std::string& steps) {
    PlanText plan;
    plan.steps = steps;
    return plan;
}

Steps compiledSteps(const std::string& steps) {
    const auto result = compiled(stepsOf(steps));
    return result ? (*result)->flows.back().steps : Steps();
}

TEST(CompileSteps, whatThisBuildCannotRunIsNamedWithItsPlace) {
    const auto result = compiled(stepsOf(R"(
        {"http": {"url": "http://127.0.0.1/"}},
        {"group": {"name": "g", "steps": [{"script": "vars.a = 1"}]}},
        {"http": {"url": "http://127.0.0.1/", "auth": {"digest": {"user": "u", "password": "p"}}}})"));
    EXPECT_THAT(told(result),
                ElementsAre(line(kUnsupported, "flows.main.steps[1].group.steps[0].script", "script"),
                            line(kUnsupported, "flows.main.steps[2].http.auth.digest", "digest")));
}

TEST(CompileSteps, aProxyIsATemplate) {
    PlanText plan = stepsOf("");
    plan.top =
        R"("variables": {"port": 3128}, "defaults": {"http": {"proxy": "http://me:pw@127.0.0.1:${port}"}},)";
    const auto result = compiled(plan);
    ASSERT_TRUE(result);
    const ProxyRules& rules = (*result)->http.proxy;
    const codec::Url* proxy = rules.proxyFor(*codec::parseUrl("https://127.0.0.1/"));
    ASSERT_NE(proxy, nullptr) << "the plan's is for this machine, too";
    EXPECT_EQ(proxy->port, 3128);
    EXPECT_EQ(proxy->user, "me");
    plan.top = R"("variables": {"where": "ftp://x"}, "defaults": {"http": {"proxy": "${where}"}},)";
    EXPECT_THAT(told(compiled(plan)),
                ElementsAre(line(CompileErrorKind::BadProxy, "defaults.http.proxy", "ftp://x")));
}

TEST(CompileSteps, aSchemeIsSeenThroughVariables) {
    for (const auto& [base, needsTls] :
         {std::pair("https://127.0.0.1", true), {"HTTPS://127.0.0.1", true}, {"http://127.0.0.1", false}}) {
        PlanText plan = stepsOf(R"({"http": {"url": "${baseUrl}/x/${id}"}})");
        plan.top = R"("variables": {"baseUrl": ")" + std::string(base) + R"(", "id": 1},)";
        const auto result = compiled(plan);
        ASSERT_TRUE(result);
        EXPECT_EQ((*result)->http.needsTls, needsTls) << base;
    }
}

TEST(CompileSteps, httpVersionsAreTaken) {
    for (const auto& [text, version] : {std::pair(R"("version": "auto")", HttpVersion::Auto),
                                        {R"("version": "1.1")", HttpVersion::Http1},
                                        {R"("version": "2")", HttpVersion::Http2},
                                        {"", HttpVersion::Auto}}) {
        PlanText plan = stepsOf("");
        plan.top = R"("defaults": {"http": {)" + std::string(text) + "}},";
        const auto result = compiled(plan);
        ASSERT_TRUE(result);
        EXPECT_EQ((*result)->http.version, version) << text;
    }
}

TEST(CompileSteps, certificatesThatAreNotThereAreTold) {
    PlanText plan = stepsOf("");
    plan.top = R"("defaults": {"http": {"tls": {"ca": "nowhere.pem", "verify": false}}},)";
    EXPECT_THAT(told(compiled(plan)),
                ElementsAre(line(CompileErrorKind::File, "defaults.http.tls.ca", "nowhere.pem")));
}

TEST(CompileSteps, disabledOnesAreLeftOutAndNeedNotBeSupported) {
    const Steps steps = compiledSteps(R"(
        {"disabled": true, "script": "x"},
        {"group": {"name": "g", "steps": [{"think": "1s", "disabled": true}, {"pacing": "2s"}]}},
        {"disabled": true, "http": {"url": "https://127.0.0.1/"}})");
    ASSERT_EQ(steps.size(), 1u);
    const auto& group = std::get<GroupStep>(steps.front().kind);
    ASSERT_EQ(group.steps.size(), 1u);
    EXPECT_EQ(std::get<PacingStep>(group.steps.front().kind).period, std::chrono::seconds(2));
}

TEST(CompileSteps, groupsArePathsAsInK6) {
    const Steps steps = compiledSteps(R"(
        {"group": {"name": "outer", "steps": [
            {"group": {"name": "inner", "steps": [{"http": {"url": "http://127.0.0.1/"}}]}},
            {"http": {"url": "http://127.0.0.1/"}}]}},
        {"http": {"url": "http://127.0.0.1/"}})");
    ASSERT_EQ(steps.size(), 2u);
    const auto& outer = std::get<GroupStep>(steps[0].kind);
    const auto& inner = std::get<GroupStep>(outer.steps[0].kind);
    EXPECT_EQ(outer.path, "::outer");
    EXPECT_EQ(inner.path, "::outer::inner");
    EXPECT_EQ(inner.steps[0].group, "::outer::inner");
    EXPECT_EQ(outer.steps[1].group, "::outer");
    EXPECT_EQ(steps[1].group, "");
}

// Whether a request keeps its body because a later piece of the plan reads it.
bool keepsBodyFor(const std::string& later) {
    const Steps steps = compiledSteps(R"({"http": {"url": "http://127.0.0.1/"}}, )" + later);
    return !steps.empty() && std::get<HttpStep>(steps.front().kind).keepBody == KeepBody::Yes;
}

TEST(CompileSteps, aBodyIsKeptForWhateverReadsIt) {
    EXPECT_FALSE(keepsBodyFor(R"({"http": {"url": "http://127.0.0.1/"}})"));
    EXPECT_FALSE(keepsBodyFor(R"({"if": {"condition": "status == 200", "then": []}})"));
    EXPECT_TRUE(keepsBodyFor(R"({"if": {"condition": "json('$.a') == 1", "then": []}})"));
    EXPECT_TRUE(keepsBodyFor(R"({"http": {"url": "http://127.0.0.1/${json('$.a')}"}})"));
    EXPECT_TRUE(
        keepsBodyFor(R"({"http": {"url": "http://127.0.0.1/", "auth": {"bearer": "${json('$.a')}"}}})"));
    EXPECT_TRUE(keepsBodyFor(
        R"({"http": {"url": "http://127.0.0.1/", "method": "POST", "multipart": [{"name": "a", "value": "${json('$.a')}"}]}})"));
    EXPECT_TRUE(keepsBodyFor(R"({"tags": {"a": "${json('$.a')}"}, "http": {"url": "http://127.0.0.1/"}})"));
    EXPECT_TRUE(keepsBodyFor(
        R"({"metric": {"name": "m", "type": "counter", "add": "1", "tags": {"a": "${json('$.a')}"}}})"));
}

TEST(CompileSteps, aMultipartBodyHasOneContentType) {
    PlanText plan = stepsOf(
        R"({"http": {"url": "http://127.0.0.1/", "method": "POST", "multipart": [{"name": "a", "value": "b"}]}})");
    plan.top = R"("defaults": {"http": {"headers": {"content-type": "application/json"}}},)";
    const auto result = compiled(plan);
    ASSERT_TRUE(result);
    for (const HeaderField& field : std::get<HttpStep>((*result)->flows.back().steps.front().kind).headers) {
        EXPECT_NE(field.name, "content-type"); // the one with the boundary is made with the body
    }
}

TEST(CompileSteps, anExpressionThatDoesNotFitTheFeedIsToldAtItsPlace) {
    // What names a feed's columns is known only now.
    PlanText plan = stepsOf(R"({"http": {"url": "http://127.0.0.1/${feed.users.nmae}"}})");
    plan.top = R"("feeds": {"users": {"file": "users.csv"}},)";
    const auto result = compiled(plan);
    ASSERT_FALSE(result); // there is no such file here
    EXPECT_EQ(result.error().front().kind, CompileErrorKind::File);
    EXPECT_EQ(result.error().front().place, "feeds.users");
}

} // namespace
} // namespace bw::runplan
