#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace bw::observe {

// Which processes of this machine one watch looks at: "1234" is a process's number, ":7070" whoever listens
// on that TCP port, anything else the name of a program. A name is what the system calls the process (15
// characters at most) or its executable's file name; all that match are watched together.
struct ProcessSelection {
    enum class Kind : std::uint8_t { Name, Pid, Port };

    std::string text; // as the person wrote it; the tag of what is measured
    Kind kind = Kind::Name;
    pid_t pid = 0;
    std::uint16_t port = 0;

    friend bool operator==(const ProcessSelection&, const ProcessSelection&) = default;
};

// Empty for what can be none of the three: nothing, a path, ":0", ":http", more than 255 bytes.
[[nodiscard]] std::optional<ProcessSelection> parseSelection(std::string_view text);

} // namespace bw::observe
