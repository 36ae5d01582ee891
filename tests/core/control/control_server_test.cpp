#include "core/control/control_client.h"
#include "core/control/control_server.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace bw::control {
namespace {

using Kind = SocketError::Kind;

class Control : public testing::Test {
protected:
    Control() {
        std::string pattern = testing::TempDir() + "bw-ctl-XXXXXX";
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        path = folder + "/run.sock";
    }
    ~Control() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] auto open() {
        return ControlServer::open(path, [this](const ControlRequest& request) {
            seen.push_back(request);
            return std::string(R"({"ok":true})");
        });
    }
    // What comes back for these bytes, until the server hangs up or falls silent after `lines` answers.
    [[nodiscard]] std::string exchange(std::string_view bytes, int lines) const {
        const auto socket = connectSocket(path);
        EXPECT_TRUE(socket);
        EXPECT_EQ(::send(socket->get(), bytes.data(), bytes.size(), MSG_NOSIGNAL),
                  static_cast<ssize_t>(bytes.size()));
        std::string answer;
        char byte = 0;
        while (lines > 0 && ::recv(socket->get(), &byte, 1, 0) == 1) {
            answer += byte;
            lines -= byte == '\n' ? 1 : 0;
        }
        return answer;
    }

    std::string folder;
    std::string path;
    std::vector<ControlRequest> seen; // read once the server is gone
};

TEST_F(Control, hearsRequestsAndAnswersEach) {
    auto server = open();
    ASSERT_TRUE(server);
    EXPECT_EQ(askOverSocket(path, {ControlCommand::Pause, {}, 0, {}}), R"({"ok":true})");
    EXPECT_EQ(askOverSocket(path, {ControlCommand::Add, "a", 3, {}}), R"({"ok":true})");
    EXPECT_EQ(exchange("{\"command\": \"status\"}\nnonsense\n{\"command\": \"stop\"}\n", 3),
              "{\"ok\":true}\n{\"error\":\"not_json\",\"ok\":false}\n{\"ok\":true}\n");
    server->reset();
    ASSERT_EQ(seen.size(), 4U);
    EXPECT_EQ(seen[1].scenario, "a");
    EXPECT_EQ(seen[3].command, ControlCommand::Stop);
}

TEST_F(Control, isForItsOwnerAloneAndLeavesNothingBehind) {
    auto server = open();
    ASSERT_TRUE(server);
    struct stat status{};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    server->reset();
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_EQ(askOverSocket(path, {}).error().kind, Kind::NobodyThere);
}

TEST_F(Control, takesOverTheSocketOfARunThatDied) {
    {
        const auto address = socketAddress(path);
        ASSERT_TRUE(address);
        const SocketHandle dead(::socket(AF_UNIX, SOCK_STREAM, 0));
        ASSERT_EQ(::bind(dead.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address), 0);
    }
    ASSERT_TRUE(std::filesystem::exists(path));
    const auto server = open();
    ASSERT_TRUE(server);
    EXPECT_TRUE(askOverSocket(path, {}));
}

TEST_F(Control, leavesAloneWhatIsNotItsOwn) {
    const auto first = open();
    ASSERT_TRUE(first);
    EXPECT_EQ(open().error().kind, Kind::InUse);
    EXPECT_TRUE(askOverSocket(path, {}));

    path = folder + "/notes.txt";
    std::ofstream(path) << "precious";
    EXPECT_EQ(open().error().kind, Kind::NoSocket);
    EXPECT_EQ(std::filesystem::file_size(path), 8U);

    path = folder + "/" + std::string(200, 'x');
    EXPECT_EQ(open().error().kind, Kind::NameTooLong);
    path = folder + "/no/such/folder";
    EXPECT_EQ(open().error().kind, Kind::Failed);
}

TEST_F(Control, passesOverARequestWithoutEnd) {
    const auto server = open();
    ASSERT_TRUE(server);
    EXPECT_EQ(exchange(std::string(4 * kMostRequestBytes, 'x') + "\n{\"command\": \"stop\"}\n", 2),
              "{\"error\":\"too_long\",\"ok\":false}\n{\"ok\":true}\n");
}

TEST_F(Control, givesUpOnASilentServer) {
    const auto address = socketAddress(path);
    const SocketHandle silent(::socket(AF_UNIX, SOCK_STREAM, 0));
    ASSERT_EQ(::bind(silent.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address), 0);
    ASSERT_EQ(::listen(silent.get(), 1), 0);
    EXPECT_EQ(askOverSocket(path, {}, std::chrono::milliseconds(50)).error().kind, Kind::NoAnswer);
}

} // namespace
} // namespace bw::control
