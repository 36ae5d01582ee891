#include "tests/bench/peers/tables.h"

#include <fstream>
#include <sys/utsname.h>
#include <thread>

namespace bw::bench {

std::string machine() {
    std::string processor = "unknown processor";
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        if (line.starts_with("model name")) {
            processor = line.substr(line.find(": ") + 2);
            break;
        }
    }
    utsname system{};
    ::uname(&system);
    return processor + ", " + std::to_string(std::thread::hardware_concurrency()) + " processors, " +
           system.sysname + ' ' + system.release;
}

} // namespace bw::bench
