#include "tests/ui/bridge/bridge_fixture.h"
#include "ui/bridge/try_session.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

std::string planOf(const std::string& url) {
    return R"J({"bellwether": 1, "name": "t", "flows": {"f": {"steps": [{"http": {"name": "ask", "url": ")J" +
           url +
           R"J(", "extract": {"code": "status"}}}]}}, "scenarios": {"s": {"executor": "constant-vus", "flow": "f",
 "vus": 1, "duration": "1s"}}})J";
}

TryOptions optionsFor(const std::string& url) {
    TryOptions options;
    options.run.planPath = "t.plan.json";
    options.run.planText = planOf(url);
    options.flow = "f";
    return options;
}

TEST(TrySessionTest, TellsWhatWasAskedAndFound) {
    const engine::Target target;
    TrySession session(BW_SOURCE_DIR "/resources");
    QSignalSpy ended(&session, &TrySession::ended);
    TryPicturePtr last;
    QObject::connect(&session, &TrySession::pictureChanged, &session,
                     [&](const TryPicturePtr& picture) { last = picture; });
    session.start(optionsFor(target.url() + "/ok"));
    EXPECT_FALSE(session.isIdle());
    ASSERT_TRUE(ended.wait(kPatienceMs));
    EXPECT_TRUE(session.isIdle());
    ASSERT_TRUE(last && last->isOver);
    ASSERT_EQ(last->entries.size(), 1u);
    EXPECT_TRUE(last->entries[0].isGood);
    EXPECT_EQ(last->entries[0].exchange->status, 200);
    ASSERT_EQ(last->known.size(), 1u);
    EXPECT_EQ(last->known[0].second, "200");
}

TEST(TrySessionTest, KnowsLaterWhatWasFoundBefore) {
    const engine::Target target;
    TrySession session(BW_SOURCE_DIR "/resources");
    TryPicturePtr last;
    QObject::connect(&session, &TrySession::pictureChanged, &session,
                     [&](const TryPicturePtr& picture) { last = picture; });
    TryOptions options = optionsFor(target.url() + "/ok");
    options.known = {{"token", "\"abc\""}};
    QSignalSpy ended(&session, &TrySession::ended);
    session.start(std::move(options));
    ASSERT_TRUE(ended.wait(kPatienceMs));
    EXPECT_EQ(last->known.size(), 2u);
}

TEST(TrySessionTest, AnotherTryCutsTheOneBeforeOff) {
    const engine::Target target;
    TrySession session(BW_SOURCE_DIR "/resources");
    QSignalSpy ended(&session, &TrySession::ended);
    session.start(optionsFor(target.url() + "/never"));
    session.start(optionsFor(target.url() + "/ok"));
    ASSERT_TRUE(ended.wait(kPatienceMs));
    EXPECT_EQ(ended.size(), 1);
}

TEST(TrySessionTest, AForgottenTryTellsNothing) {
    const engine::Target target;
    TrySession session(BW_SOURCE_DIR "/resources");
    QSignalSpy ended(&session, &TrySession::ended);
    QSignalSpy told(&session, &TrySession::pictureChanged);
    session.start(optionsFor(target.url() + "/ok"));
    session.forget();
    EXPECT_TRUE(session.isIdle());
    QCoreApplication::processEvents();
    EXPECT_TRUE(told.isEmpty());
    EXPECT_TRUE(ended.isEmpty());
}

} // namespace
} // namespace bw::bridge
