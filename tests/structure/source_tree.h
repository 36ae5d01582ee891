#pragma once

#include <string>
#include <string_view>
#include <vector>

// The project's own C++ files as text, for the tests that hold the tree to its rules.
namespace bw::structure {

struct SourceFile {
    std::string path; // from the project's root: "core/expr/parser.h"
    std::string text;

    [[nodiscard]] bool isHeader() const { return path.ends_with(".h"); }
};

struct Include {
    std::string target; // what stands between the quotes or angle brackets
    int line = 0;
    bool isQuoted = false;
};

// All .h and .cpp files under these folders of the project, sorted by path.
[[nodiscard]] std::vector<SourceFile> sourceFiles(const std::vector<std::string>& folders);

[[nodiscard]] std::vector<Include> includesOf(std::string_view text);

// The text with comments and the contents of literals blanked, lines kept: what the compiler acts on.
[[nodiscard]] std::string codeOf(std::string_view text);
// The contents of string literals, as they are written.
[[nodiscard]] std::vector<std::string> stringsOf(std::string_view text);

// The first two folders: "core/expr" of "core/expr/parser.h"; "app/jts-sim" of "app/jts-sim/sim/market.h".
[[nodiscard]] std::string moduleOf(std::string_view path);

} // namespace bw::structure
