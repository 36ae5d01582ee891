#include "core/history/history_store.h"

#include <QTemporaryDir>

#include <barrier>
#include <gtest/gtest.h>
#include <thread>

namespace bw::history {
namespace {

TEST(MakingAHistory, CanBeDoneByTwoProgramsAtTheSameMoment) {
    for (int round = 0; round < 40; ++round) {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("history.sqlite")).toStdString();
        std::barrier together(2);
        std::optional<HistoryErrorKind> failed[2];
        const auto open = [&](int which) {
            together.arrive_and_wait();
            if (const auto store = HistoryStore::open(path, OpenMode::Create); !store) {
                failed[which] = store.error().kind;
            }
        };
        std::thread other(open, 1);
        open(0);
        other.join();
        ASSERT_FALSE(failed[0] || failed[1]) << "round " << round;
    }
}

} // namespace
} // namespace bw::history
