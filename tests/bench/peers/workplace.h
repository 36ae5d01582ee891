#pragma once

#include <filesystem>
#include <string>

namespace bw::bench {

// A folder of this run's own, gone with the object.
class Workplace {
public:
    Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace();

    [[nodiscard]] std::string file(const std::string& name) const { return m_folder / name; }
    // Writes it and tells its path.
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const;

private:
    std::filesystem::path m_folder;
};

} // namespace bw::bench
