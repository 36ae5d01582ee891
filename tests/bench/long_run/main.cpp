// bench_long_run FOLDER [PART]...: how the Run view bears a busy run and a long one. The frames are
// generated: 30 series at 50,000 requests a second; what makes pictures of them and shows them is what every
// run has. The day's history is made in the folder by the writer that every run has and stays there for the
// next time (bench_history uses the same). Parts: live, hands, day, memory (a quarter of an hour); all of
// them unless some are named. Offscreen, or where windows become active.
#include "tests/bench/long_run/parts.h"

#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>

int main(int argc, char** argv) {
    bw::bench::TurnLog application(argc, argv);
    if (argc < 2) {
        std::fputs("bench_long_run FOLDER [live|hands|day|memory]...\n", stderr);
        return 2;
    }
    const bw::bench::Setting setting{application, argv[1]};
    std::filesystem::create_directories(setting.folder);
    static constexpr std::pair<std::string_view, void (*)(const bw::bench::Setting&)> kParts[] = {
        {"live", bw::bench::measureLive},
        {"hands", bw::bench::measureHands},
        {"day", bw::bench::measureDay},
        {"memory", bw::bench::measureMemory},
    };
    for (const auto& [name, measure] : kParts) {
        bool isAsked = argc == 2;
        for (int i = 2; i < argc; ++i) {
            isAsked = isAsked || argv[i] == name;
        }
        if (isAsked) {
            measure(setting);
            std::fflush(stdout);
        }
    }
    return 0;
}
