#include "tests/bench/peers/workplace.h"

#include <fstream>
#include <unistd.h>

namespace bw::bench {

Workplace::Workplace()
    : m_folder(std::filesystem::temp_directory_path() / ("bench-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(m_folder);
}

Workplace::~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::string Workplace::write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name)) << text;
    return file(name);
}

} // namespace bw::bench
