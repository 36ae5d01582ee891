#pragma once

#include "core/testplan/duration_value.h"
#include "core/testplan/json_value.h"
#include "core/testplan/plain_value.h"
#include "core/testplan/written_keys.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace bw::testplan {

// The body of a request: at most one of these. Every string is a template.
struct JsonBody {
    JsonValue json; // a string that is one lone ${…} keeps the value's type
    friend bool operator==(const JsonBody&, const JsonBody&) = default;
};
struct FormBody {
    NamedScalars fields;
    friend bool operator==(const FormBody&, const FormBody&) = default;
};
struct MultipartPart {
    std::string name;
    std::string value;    // a plain field, unless `file` is set
    std::string file;     // relative to the plan's folder
    std::string fileName; // what the server is told; the file's own name when empty
    std::string contentType;
    WrittenKeys written{};
    friend bool operator==(const MultipartPart&, const MultipartPart&) = default;
};
struct MultipartBody {
    std::vector<MultipartPart> parts;
    friend bool operator==(const MultipartBody&, const MultipartBody&) = default;
};
struct TextBody {
    std::string text;
    friend bool operator==(const TextBody&, const TextBody&) = default;
};
struct FileBody {
    std::string file; // relative to the plan's folder
    friend bool operator==(const FileBody&, const FileBody&) = default;
};
using Body = std::variant<std::monostate, JsonBody, FormBody, MultipartBody, TextBody, FileBody>;

// How a request proves who sends it. All texts are templates.
struct BasicAuth {
    std::string user;
    std::string password;
    friend bool operator==(const BasicAuth&, const BasicAuth&) = default;
};
struct BearerAuth {
    std::string token;
    friend bool operator==(const BearerAuth&, const BearerAuth&) = default;
};
struct ApiKeyAuth {
    enum class Place : std::uint8_t { Header, Query };
    std::string name;
    std::string value;
    Place place = Place::Header; // "in"
    WrittenKeys written{};
    friend bool operator==(const ApiKeyAuth&, const ApiKeyAuth&) = default;
};
struct OAuth2ClientCredentials {
    std::string tokenUrl;
    std::string clientId;
    std::string clientSecret;
    std::string scope;
    WrittenKeys written{};
    friend bool operator==(const OAuth2ClientCredentials&, const OAuth2ClientCredentials&) = default;
};
struct DigestAuth {
    std::string user;
    std::string password;
    friend bool operator==(const DigestAuth&, const DigestAuth&) = default;
};
using Auth =
    std::variant<std::monostate, BasicAuth, BearerAuth, ApiKeyAuth, OAuth2ClientCredentials, DigestAuth>;

// How many redirects are followed: true is 10, as in k6; false is none.
struct RedirectOption {
    enum class Form : std::uint8_t { Default, Boolean, Number };
    std::int64_t limit = 10;
    Form form = Form::Default; // how it was written; Default: not at all
    friend bool operator==(const RedirectOption&, const RedirectOption&) = default;
};

// Status codes that count as success: 200, "200..299". Both ends are included.
struct StatusRange {
    std::int64_t first = 200;
    std::int64_t last = 399;
    std::string text; // empty: a bare number
    friend bool operator==(const StatusRange&, const StatusRange&) = default;
};

enum class ListForm : std::uint8_t { Single, List };

struct HttpStep {
    std::string method = "GET";
    std::string url; // template
    NamedScalars query;
    NamedTexts headers;
    Auth auth;
    Body body;
    DurationText timeout; // not written: the plan's default
    RedirectOption followRedirects;
    std::vector<StatusRange> expectedStatus; // empty: 200 to 399
    ListForm expectedForm = ListForm::Single;
    NamedTexts checks;  // name → expression
    NamedTexts extract; // variable → expression
    WrittenKeys written{};
    friend bool operator==(const HttpStep&, const HttpStep&) = default;
};

} // namespace bw::testplan
