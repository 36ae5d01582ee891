#pragma once

#include "core/base/result.h"
#include "core/testplan/step.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Requests as commands of curl, the way they are handed from one person to another.
namespace bw::interchange {

enum class CurlErrorKind : std::uint8_t {
    NotCurl,      // the text does not begin with curl
    OpenQuote,    // a quotation is not closed
    MissingValue, // subject: the option that lacks its value
    NoUrl,
    NotAUrl, // subject
    TooLong, // over kMaxCurlBytes
    NotUtf8,
};
struct CurlError {
    CurlErrorKind kind = CurlErrorKind::NotCurl;
    std::string subject;
};

struct CurlStep {
    testplan::Step step;
    std::vector<std::string> ignored; // options that a step has nothing for
};

inline constexpr std::size_t kMaxCurlBytes = std::size_t{1} << 20;

// Reads a command as a POSIX shell would cut it into words ('…', "…", $'…', \ at the end of a line). Any
// bytes may come in; nothing is executed, and "$" and "`" stand for themselves. `${` is escaped in what
// becomes a template.
[[nodiscard]] Result<CurlStep, CurlError> parseCurl(std::string_view command);
// Whether it is worth a try: the first word is curl.
[[nodiscard]] bool looksLikeCurl(std::string_view text);

// A request as it was sent. `fields`: "Name: value", of which curl's own (Host, Content-Length) are left out.
[[nodiscard]] std::string curlCommand(std::string_view method, std::string_view url,
                                      const std::vector<std::string>& fields, std::string_view body);

} // namespace bw::interchange
