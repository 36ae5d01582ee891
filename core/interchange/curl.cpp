#include "core/interchange/curl.h"

#include "core/base/trim.h"
#include "core/interchange/shell_words.h"
#include "core/testplan/json_reader.h"
#include "core/testplan/plan_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace bw::interchange {
namespace {

using namespace testplan;

enum class Option : std::uint8_t {
    Ignored,
    Request,
    Header,
    Data,
    DataRaw,
    DataBinary,
    DataUrlEncode,
    Json,
    User,
    Bearer,
    Form,
    FormString,
    Get,
    Head,
    Cookie,
    Agent,
    Referer,
    Url,
    MaxTime,
    Location,
    MaxRedirects,
};
enum class Takes : std::uint8_t { Nothing, Value };

struct OptionName {
    std::string_view longName;
    char shortName;
    Option option;
    Takes takes;
};

constexpr std::array kOptions{
    OptionName{"request", 'X', Option::Request, Takes::Value},
    OptionName{"header", 'H', Option::Header, Takes::Value},
    OptionName{"data", 'd', Option::Data, Takes::Value},
    OptionName{"data-ascii", 0, Option::Data, Takes::Value},
    OptionName{"data-raw", 0, Option::DataRaw, Takes::Value},
    OptionName{"data-binary", 0, Option::DataBinary, Takes::Value},
    OptionName{"data-urlencode", 0, Option::DataUrlEncode, Takes::Value},
    OptionName{"json", 0, Option::Json, Takes::Value},
    OptionName{"user", 'u', Option::User, Takes::Value},
    OptionName{"oauth2-bearer", 0, Option::Bearer, Takes::Value},
    OptionName{"form", 'F', Option::Form, Takes::Value},
    OptionName{"form-string", 0, Option::FormString, Takes::Value},
    OptionName{"get", 'G', Option::Get, Takes::Nothing},
    OptionName{"head", 'I', Option::Head, Takes::Nothing},
    OptionName{"cookie", 'b', Option::Cookie, Takes::Value},
    OptionName{"user-agent", 'A', Option::Agent, Takes::Value},
    OptionName{"referer", 'e', Option::Referer, Takes::Value},
    OptionName{"url", 0, Option::Url, Takes::Value},
    OptionName{"max-time", 'm', Option::MaxTime, Takes::Value},
    OptionName{"location", 'L', Option::Location, Takes::Nothing},
    OptionName{"max-redirs", 0, Option::MaxRedirects, Takes::Value},
    // What a step has nothing for, but whose value must not be taken for the URL.
    OptionName{"output", 'o', Option::Ignored, Takes::Value},
    OptionName{"cacert", 0, Option::Ignored, Takes::Value},
    OptionName{"cert", 'E', Option::Ignored, Takes::Value},
    OptionName{"key", 0, Option::Ignored, Takes::Value},
    OptionName{"connect-timeout", 0, Option::Ignored, Takes::Value},
    OptionName{"cookie-jar", 'c', Option::Ignored, Takes::Value},
    OptionName{"dump-header", 'D', Option::Ignored, Takes::Value},
    OptionName{"proxy", 'x', Option::Ignored, Takes::Value},
    OptionName{"resolve", 0, Option::Ignored, Takes::Value},
    OptionName{"retry", 0, Option::Ignored, Takes::Value},
    OptionName{"write-out", 'w', Option::Ignored, Takes::Value},
    OptionName{"range", 'r', Option::Ignored, Takes::Value},
    OptionName{"upload-file", 'T', Option::Ignored, Takes::Value},
    OptionName{"interface", 0, Option::Ignored, Takes::Value},
    OptionName{"limit-rate", 0, Option::Ignored, Takes::Value},
    OptionName{"config", 'K', Option::Ignored, Takes::Value},
};

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

// A text that a template would read otherwise.
std::string literal(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') {
            out += '\\';
        }
        out += text[i];
    }
    return out;
}

void makeLiteral(JsonValue& value) {
    if (value.is(JsonKind::String)) {
        value.text = literal(value.text);
    }
    for (JsonValue& item : value.items) {
        makeLiteral(item);
    }
    for (JsonMember& member : value.members) {
        makeLiteral(member.value);
    }
}

std::string percentEncoded(std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             c == '-' || c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        out += isPlain ? std::string(1, c) : std::string{'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return out;
}

std::string percentDecoded(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

// What a plan's text can hold.
bool isText(std::string_view bytes) {
    return firstNotUtf8(bytes) == std::string_view::npos;
}

// A body as JSON, when a plan can hold it as that: names that stand twice, or levels beyond its own, it
// cannot.
std::optional<JsonValue> jsonOf(std::string_view body) {
    constexpr JsonLimits kLimits{.bytes = kMaxCurlBytes, .depth = 64, .values = 100'000};
    auto json = readJson(body, kLimits);
    if (!json) {
        return std::nullopt;
    }
    ProblemLog log;
    reportDuplicateKeys(log, *json, Place());
    return log.empty() ? std::optional(std::move(*json)) : std::nullopt;
}

// "a=1&b=2" as fields; none when it is something else, or a name stands twice, which a plan cannot hold.
std::optional<NamedScalars> fieldsOf(std::string_view data) {
    NamedScalars fields;
    while (!data.empty()) {
        const std::size_t end = std::min(data.find('&'), data.size());
        const std::string_view pair = data.substr(0, end);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            return std::nullopt;
        }
        std::string name = percentDecoded(pair.substr(0, equals));
        const std::string value = percentDecoded(pair.substr(equals + 1));
        if (!isText(name) || !isText(value) ||
            std::ranges::find(fields, name, &NamedScalars::value_type::first) != fields.end()) {
            return std::nullopt;
        }
        fields.emplace_back(std::move(name), ScalarText{literal(value), ScalarForm::String});
        data.remove_prefix(std::min(end + 1, data.size()));
    }
    return fields;
}

// Collects what the options say and makes the step of it.
class Reader {
public:
    Result<void, CurlError> take(const std::vector<std::string>& words) {
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::string& word = words[i];
            if (word.size() < 2 || word[0] != '-') {
                takeUrl(word);
            } else if (auto taken = word[1] == '-' ? takeLong(words, i) : takeShort(words, i); !taken) {
                return taken;
            }
        }
        return {};
    }

    Result<CurlStep, CurlError> finish() {
        if (m_url.empty()) {
            return std::unexpected(CurlError{CurlErrorKind::NoUrl, {}});
        }
        if (m_url.find("://") == std::string::npos) {
            m_url = "http://" + m_url;
        }
        if (!m_url.starts_with("http://") && !m_url.starts_with("https://")) {
            return std::unexpected(CurlError{CurlErrorKind::NotAUrl, m_url});
        }
        takeBody();
        m_http.url = literal(m_url);
        m_http.method = !m_method.empty()       ? m_method
                        : m_isHead              ? "HEAD"
                        : m_hasBody && !m_isGet ? "POST"
                                                : "GET";
        CurlStep result;
        result.step.name = nameOf(m_url);
        result.step.kind = std::move(m_http);
        result.ignored = std::move(m_ignored);
        return result;
    }

private:
    static const OptionName* findLong(std::string_view name) {
        const auto found = std::ranges::find(kOptions, name, &OptionName::longName);
        return found == kOptions.end() ? nullptr : &*found;
    }
    static const OptionName* findShort(char name) {
        const auto found = std::ranges::find(kOptions, name, &OptionName::shortName);
        return found == kOptions.end() || name == 0 ? nullptr : &*found;
    }

    Result<void, CurlError> takeLong(const std::vector<std::string>& words, std::size_t& at) {
        std::string_view name = std::string_view(words[at]).substr(2);
        std::optional<std::string> value;
        if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
            value = name.substr(equals + 1);
            name = name.substr(0, equals);
        }
        const OptionName* option = findLong(name);
        if (option == nullptr || option->takes == Takes::Nothing) {
            take(option == nullptr ? Option::Ignored : option->option, {}, words[at]);
            return {};
        }
        if (!value && at + 1 >= words.size()) {
            return std::unexpected(CurlError{CurlErrorKind::MissingValue, words[at]});
        }
        const std::string option_ = words[at];
        take(option->option, value ? *value : words[++at], option_);
        return {};
    }

    // "-sSX POST", "-XPOST"
    Result<void, CurlError> takeShort(const std::vector<std::string>& words, std::size_t& at) {
        const std::string letters = words[at].substr(1);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const std::string name = std::string("-") + letters[i];
            const OptionName* option = findShort(letters[i]);
            if (option == nullptr || option->takes == Takes::Nothing) {
                take(option == nullptr ? Option::Ignored : option->option, {}, name);
                continue;
            }
            if (i + 1 < letters.size()) {
                take(option->option, letters.substr(i + 1), name);
            } else if (at + 1 < words.size()) {
                take(option->option, words[++at], name);
            } else {
                return std::unexpected(CurlError{CurlErrorKind::MissingValue, name});
            }
            return {};
        }
        return {};
    }

    void take(Option option, const std::string& value, const std::string& name) {
        switch (option) {
        case Option::Ignored:
            m_ignored.push_back(name);
            break;
        case Option::Request:
            m_method = value;
            break;
        case Option::Header:
            takeHeader(value);
            break;
        case Option::Data:
        case Option::DataBinary:
            if (value.starts_with('@') && !m_hasBody) {
                m_file = value.substr(1);
                m_hasBody = true;
            } else {
                addData(value, option == Option::Data ? '&' : '\0');
            }
            break;
        case Option::DataRaw:
            addData(value, '&');
            break;
        case Option::DataUrlEncode: {
            const std::size_t equals = value.find('=');
            const std::size_t content = equals == std::string::npos ? 0 : equals + 1;
            addData(value.substr(equals == 0 ? 1 : 0, equals == 0 ? 0 : content) +
                        percentEncoded(std::string_view(value).substr(content)),
                    '&');
            break;
        }
        case Option::Json:
            addData(value, 0);
            m_isJson = true;
            break;
        case Option::User: {
            const std::size_t colon = value.find(':');
            m_http.auth =
                BasicAuth{literal(value.substr(0, colon)),
                          colon == std::string::npos ? std::string() : literal(value.substr(colon + 1))};
            break;
        }
        case Option::Bearer:
            m_http.auth = BearerAuth{literal(value)};
            break;
        case Option::Form:
        case Option::FormString:
            takePart(value, option == Option::Form ? PartFile::MayBe : PartFile::Never);
            break;
        case Option::Get:
            m_isGet = true;
            break;
        case Option::Head:
            m_isHead = true;
            break;
        case Option::Cookie:
            setHeader("Cookie", value);
            break;
        case Option::Agent:
            setHeader("User-Agent", value);
            break;
        case Option::Referer:
            setHeader("Referer", value);
            break;
        case Option::Url:
            takeUrl(value);
            break;
        case Option::MaxTime:
            m_http.timeout = DurationText::from(value + "s");
            if (m_http.timeout.value <= Duration(0)) {
                m_http.timeout = {};
            }
            break;
        case Option::Location: // a step follows redirects anyway
        case Option::MaxRedirects:
            break;
        }
    }

    void takeUrl(const std::string& url) {
        if (m_url.empty()) {
            m_url = url;
        } else {
            m_ignored.push_back(url);
        }
    }

    void takeHeader(std::string_view header) {
        const std::size_t colon = header.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            m_ignored.emplace_back(header);
            return;
        }
        const std::string_view name = trimBlanks(header.substr(0, colon));
        const std::string_view value = trimBlanks(header.substr(colon + 1));
        if (equalsIgnoringCase(name, "Content-Length") || equalsIgnoringCase(name, "Host") || name.empty()) {
            return; // the client's own
        }
        setHeader(std::string(name), std::string(value));
    }

    void setHeader(const std::string& name, const std::string& value) {
        const auto found = std::ranges::find_if(
            m_http.headers, [&](const auto& one) { return equalsIgnoringCase(one.first, name); });
        if (found == m_http.headers.end()) {
            m_http.headers.emplace_back(name, literal(value));
        } else {
            found->second = literal(value);
        }
    }

    void addData(const std::string& value, char between) {
        if (m_hasBody && between != 0) {
            m_body += between;
        }
        m_body += value;
        m_hasBody = true;
    }

    enum class PartFile : std::uint8_t { MayBe, Never };
    void takePart(const std::string& value, PartFile mayBe) {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos || equals == 0) {
            m_ignored.push_back(value);
            return;
        }
        MultipartPart& part = m_parts.parts.emplace_back();
        part.name = value.substr(0, equals);
        const std::string content = value.substr(equals + 1);
        if (mayBe == PartFile::MayBe && content.starts_with('@')) {
            const std::size_t end = std::min(content.find(';'), content.size());
            part.file = content.substr(1, end - 1);
        } else {
            part.value = literal(content);
        }
        m_hasBody = true;
    }

    [[nodiscard]] const std::string* header(std::string_view name) const {
        for (const auto& [key, value] : m_http.headers) {
            if (equalsIgnoringCase(key, name)) {
                return &value;
            }
        }
        return nullptr;
    }

    void takeBody() {
        if (!m_parts.parts.empty()) {
            m_http.body = m_parts;
            return;
        }
        if (!m_hasBody) {
            return;
        }
        if (m_isGet) {
            m_url += (m_url.find('?') == std::string::npos ? '?' : '&') + m_body;
            return;
        }
        if (!m_file.empty() && m_body.empty()) {
            m_http.body = FileBody{m_file};
            return;
        }
        const std::string* type = header("Content-Type");
        const bool saysJson = m_isJson || (type != nullptr && type->find("json") != std::string::npos);
        if (saysJson || type == nullptr) {
            if (auto json = jsonOf(m_body); json && (saysJson || json->is(JsonKind::Object))) {
                makeLiteral(*json);
                m_http.body = JsonBody{std::move(*json)};
                return;
            }
        }
        const bool saysForm = type == nullptr || type->find("x-www-form-urlencoded") != std::string::npos;
        if (auto fields = saysForm ? fieldsOf(m_body) : std::nullopt; fields && !fields->empty()) {
            m_http.body = FormBody{std::move(*fields)};
            return;
        }
        m_http.body = TextBody{literal(m_body)};
    }

    // The last part of the path, or the host.
    static std::string nameOf(std::string_view url) {
        std::string_view rest = url.substr(url.find("://") + 3);
        rest = rest.substr(0, std::min(rest.find_first_of("?#"), rest.size()));
        while (rest.ends_with('/')) {
            rest.remove_suffix(1);
        }
        const std::string name(
            rest.substr(rest.rfind('/') == std::string_view::npos ? 0 : rest.rfind('/') + 1));
        return name.empty() ? "request" : name;
    }

    HttpStep m_http;
    MultipartBody m_parts;
    std::string m_url;
    std::string m_method;
    std::string m_body;
    std::string m_file;
    bool m_hasBody = false;
    bool m_isJson = false;
    bool m_isGet = false;
    bool m_isHead = false;
    std::vector<std::string> m_ignored;
};

} // namespace

bool looksLikeCurl(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n$");
    if (from == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(from);
    return text.starts_with("curl") &&
           (text.size() == 4 || std::string_view(" \t\r\n\\").find(text[4]) != std::string_view::npos);
}

Result<CurlStep, CurlError> parseCurl(std::string_view command) {
    if (command.size() > kMaxCurlBytes) {
        return std::unexpected(CurlError{CurlErrorKind::TooLong, {}});
    }
    if (firstNotUtf8(command) != std::string_view::npos) {
        return std::unexpected(CurlError{CurlErrorKind::NotUtf8, {}});
    }
    if (!looksLikeCurl(command)) {
        return std::unexpected(CurlError{CurlErrorKind::NotCurl, {}});
    }
    command.remove_prefix(command.find("curl"));
    const auto words = shellWords(command);
    if (!words) {
        return std::unexpected(CurlError{CurlErrorKind::OpenQuote, {}});
    }
    if (!std::ranges::all_of(*words, isText)) {
        return std::unexpected(CurlError{CurlErrorKind::NotUtf8, {}});
    }
    Reader reader;
    if (auto taken = reader.take(*words); !taken) {
        return std::unexpected(taken.error());
    }
    return reader.finish();
}

std::string curlCommand(std::string_view method, std::string_view url, const std::vector<std::string>& fields,
                        std::string_view body) {
    std::string command = "curl";
    if (method != (body.empty() ? "GET" : "POST")) {
        command += " -X " + shellQuoted(method);
    }
    command += ' ' + shellQuoted(url);
    for (const std::string& field : fields) {
        const std::string_view name = std::string_view(field).substr(0, field.find(':'));
        if (!equalsIgnoringCase(name, "Host") && !equalsIgnoringCase(name, "Content-Length")) {
            command += " \\\n  -H " + shellQuoted(field);
        }
    }
    if (!body.empty()) {
        command += " \\\n  --data-raw " + shellQuoted(body);
    }
    return command;
}

} // namespace bw::interchange
