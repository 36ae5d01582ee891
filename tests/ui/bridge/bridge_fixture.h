#pragma once

#include "tests/core/engine/target.h"
#include "ui/bridge/run_session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::bridge {

inline constexpr int kPatienceMs = 30'000;

// A real server, a folder for plans and history, and plans against that server.
class BridgeTest : public testing::Test {
protected:
    [[nodiscard]] std::string path(const QString& name) const {
        return m_folder.filePath(name).toStdString();
    }

    // A plan whose flow asks for `target` ("/ok"); `more` are further members of the plan.
    std::string planFile(const std::string& scenario, const std::string& target = "/ok",
                         const std::string& more = {}) {
        const std::string file = path(QStringLiteral("test.plan.json"));
        QFile out(QString::fromStdString(file));
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(
            R"({"bellwether": 1, "name": "test", )" + more +
            R"("flows": {"f": {"steps": [{"http": {"name": "ask", "url": ")" + m_target.url() + target +
            R"("}}]}}, "scenarios": {"s": {"flow": "f", )" + scenario + "}}}"));
        return file;
    }

    static constexpr const char* kShort = R"("executor": "per-vu-iterations", "vus": 2, "iterations": 50)";
    static constexpr const char* kLong = R"("executor": "constant-vus", "vus": 2, "duration": "10m")";

    [[nodiscard]] static RunOptions run(const std::string& plan) {
        RunOptions options;
        options.planPath = plan;
        return options;
    }

    // Waits for the session to rest.
    static bool rests(const RunSession& session) {
        return QTest::qWaitFor([&] { return session.isIdle(); }, kPatienceMs);
    }

    QTemporaryDir m_folder;
    engine::Target m_target;
};

} // namespace bw::bridge
