#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

using UserTest = SimFixture;

TEST_F(UserTest, LoginGivesATokenThatOpensTheSession) {
    const Answer answer = ask("POST", "/api/auth/login", R"({"user":"load","password":"load-test"})");
    EXPECT_EQ(answer.status, 200);
    const Json login(answer.body);
    EXPECT_EQ(login.at("userId"), "load");
    EXPECT_EQ(login.at("token").size(), 32u);
    EXPECT_GT(login.number("expiresAt"), 1.7e12);
    m_token = login.at("token");
    EXPECT_EQ(get("/api/auth/session").at("user"), "load");
    EXPECT_EQ(ask("POST", "/api/auth/logout").status, 200);
    EXPECT_EQ(ask("GET", "/api/auth/session").status, 401);
    EXPECT_EQ(ask("POST", "/api/auth/logout").status, 401);
}

TEST_F(UserTest, WrongCredentialsAre401) {
    const auto status = [&](std::string_view body) { return ask("POST", "/api/auth/login", body).status; };
    EXPECT_EQ(status(R"({"user":"load","password":"guess"})"), 401);
    EXPECT_EQ(status(R"({"user":"load","password":""})"), 401);
    EXPECT_EQ(status(R"({"user":"other","password":"anything"})"), 200);
    EXPECT_EQ(status(R"({"user":"load_17","password":"load-test"})"), 200);
    EXPECT_EQ(status(R"({"user":"","password":"x"})"), 400);
    EXPECT_EQ(status(R"({"user":"x"})"), 400);
    EXPECT_EQ(status("user=x"), 400);
}

TEST_F(UserTest, AnUnknownTokenIs401EverywhereAndAMissingOneWhereASessionIsNeeded) {
    const char* paths[] = {"/api/orders", "/api/trading/history", "/api/portfolio/positions",
                           "/api/market-data/prices"};
    for (const char* path : paths) {
        EXPECT_EQ(ask("GET", path).status, 200) << path;
    }
    for (const char* path : {"/api/auth/session", "/api/users/profile", "/api/users/settings"}) {
        const Answer answer = ask("GET", path);
        EXPECT_EQ(answer.status, 401) << path;
        EXPECT_EQ(answer.field("WWW-Authenticate"), "Bearer");
    }
    m_token = "0123456789abcdef0123456789abcdef";
    for (const char* path : paths) {
        EXPECT_EQ(ask("GET", path).status, 401) << path;
    }
    EXPECT_EQ(m_client->ask("GET", "/api/orders", "", "Authorization: Basic bG9hZDp4\r\n").status, 401);
    EXPECT_EQ(ask("GET", "/health").status, 200);
}

TEST_F(UserTest, OrdersWithoutAUserBelongToTheSession) {
    logIn();
    EXPECT_EQ(
        ask("POST", "/api/orders", R"({"symbol":"A","side":"buy","type":"market","quantity":1})").status,
        201);
    const Json positions = get("/api/portfolio/positions");
    EXPECT_EQ(positions.at("userId"), "load");
    EXPECT_EQ(positions.number("positions/0/quantity"), 1);
}

TEST_F(UserTest, ProfileAndSettingsKeepWhatIsPut) {
    logIn();
    EXPECT_EQ(get("/api/users/profile").at("email"), "load@jts.example");
    EXPECT_EQ(
        ask("PUT", "/api/users/profile", R"({"displayName":"L\"oad 한","level":3,"active":true})").status,
        200);
    const Json profile = get("/api/users/profile");
    EXPECT_EQ(profile.at("displayName"), "L\"oad 한");
    EXPECT_EQ(profile.at("level"), "3");
    EXPECT_EQ(profile.at("email"), "load@jts.example");
    EXPECT_EQ(ask("PUT", "/api/users/settings", R"({"theme":"light","userId":"other"})").status, 200);
    EXPECT_EQ(get("/api/users/settings").at("theme"), "light");
    EXPECT_EQ(get("/api/users/settings").at("userId"), "load");
    EXPECT_EQ(ask("PUT", "/api/users/settings", R"({"nested":{}})").status, 400);
    EXPECT_EQ(ask("PUT", "/api/users/settings", "[]").status, 400);
    std::string many = "{";
    for (int i = 0; i < 40; ++i) {
        many += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
    }
    EXPECT_EQ(ask("PUT", "/api/users/settings", many + "}").status, 400);
    EXPECT_EQ(get("/api/users/settings").at("k0"), "(none)");
}

TEST_F(UserTest, UnknownPathsAndMethods) {
    EXPECT_EQ(ask("GET", "/api/nothing").status, 404);
    EXPECT_EQ(ask("GET", "/").status, 404);
    EXPECT_EQ(ask("PATCH", "/api/orders").status, 405);
    EXPECT_TRUE(Json(ask("GET", "/api/nothing").body).isJson());
}

} // namespace
} // namespace bw::jts
