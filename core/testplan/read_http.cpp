#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/plan_words.h"

#include <charconv>

namespace bw::testplan {
namespace {

void readTls(ObjectReader& reader, TlsOptions& into) {
    reader.with("tls", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kTls, &into.written);
        bool verify = true;
        fields.flag("verify", verify);
        into.verify = verify ? TlsVerify::Yes : TlsVerify::No;
        fields.text("ca", into.ca);
        fields.text("cert", into.cert);
        fields.text("key", into.key);
    });
}

void readDns(ObjectReader& reader, DnsOptions& into) {
    reader.with("dns", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kDns, &into.written);
        fields.duration("ttl", into.ttl);
        fields.word("select", words::kDnsSelect, into.select);
        fields.word("policy", words::kDnsPolicy, into.policy);
    });
}

// "perVu" or {"shared": n}
void readConnections(ObjectReader& reader, ConnectionOptions& into) {
    reader.with("connections", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        if (value.is(JsonKind::String)) {
            if (value.text != "perVu") {
                reader.log().add(ProblemKind::NotOneOf, place, value.text, "perVu, {\"shared\": n}", "perVu");
            }
            return;
        }
        if (!value.is(JsonKind::Object)) {
            reportType(reader.log(), value, place, "string, object");
            return;
        }
        into.kind = ConnectionOptions::Kind::Shared;
        ObjectReader fields(reader.log(), value, place, keys::kShared);
        fields.integer("shared", into.shared, Presence::Required);
    });
}

void readParts(ObjectReader& reader, MultipartBody& into) {
    reader.items("multipart", Presence::Required, [&](const JsonValue& value, const Place& place) {
        MultipartPart& part = into.parts.emplace_back();
        ObjectReader fields(reader.log(), value, place, keys::kPart, &part.written);
        fields.text("name", part.name, Presence::Required);
        static constexpr std::array<std::string_view, 2> kContents = {"value", "file"};
        (void)oneOf(fields, kContents, Presence::Required);
        fields.text("value", part.value);
        fields.text("file", part.file);
        fields.text("fileName", part.fileName);
        fields.text("contentType", part.contentType);
    });
}

void readBody(ObjectReader& reader, Body& into) {
    const std::string_view kind = oneOf(reader, keys::kBodies, Presence::Optional);
    if (kind == "json") {
        into = JsonBody{*reader.value().find("json")};
    } else if (kind == "form") {
        reader.namedScalars("form", into.emplace<FormBody>().fields);
    } else if (kind == "multipart") {
        readParts(reader, into.emplace<MultipartBody>());
    } else if (kind == "text") {
        reader.text("text", into.emplace<TextBody>().text);
    } else if (kind == "file") {
        reader.text("file", into.emplace<FileBody>().file);
    }
}

void readUserPassword(ObjectReader& reader, std::string_view key, std::string& user, std::string& password) {
    reader.with(key, Presence::Required, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kUserPassword);
        fields.text("user", user, Presence::Required);
        fields.text("password", password, Presence::Required);
    });
}

void readOAuth2(ObjectReader& reader, OAuth2ClientCredentials& into) {
    reader.with("oauth2ClientCredentials", Presence::Required,
                [&](const JsonValue& value, const Place& place) {
                    ObjectReader fields(reader.log(), value, place, keys::kOAuth2, &into.written);
                    fields.text("tokenUrl", into.tokenUrl, Presence::Required);
                    fields.text("clientId", into.clientId, Presence::Required);
                    fields.text("clientSecret", into.clientSecret, Presence::Required);
                    fields.text("scope", into.scope);
                });
}

void readApiKey(ObjectReader& reader, ApiKeyAuth& into) {
    reader.with("apiKey", Presence::Required, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kApiKey, &into.written);
        fields.text("name", into.name, Presence::Required);
        fields.text("value", into.value, Presence::Required);
        fields.word("in", words::kApiKeyPlace, into.place);
    });
}

void readAuth(ObjectReader& reader, Auth& into) {
    reader.with("auth", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        ObjectReader fields(reader.log(), value, place, keys::kAuth);
        const std::string_view kind = oneOf(fields, keys::kAuth, Presence::Required);
        if (kind == "basic") {
            BasicAuth& auth = into.emplace<BasicAuth>();
            readUserPassword(fields, kind, auth.user, auth.password);
        } else if (kind == "bearer") {
            fields.text("bearer", into.emplace<BearerAuth>().token);
        } else if (kind == "apiKey") {
            readApiKey(fields, into.emplace<ApiKeyAuth>());
        } else if (kind == "oauth2ClientCredentials") {
            readOAuth2(fields, into.emplace<OAuth2ClientCredentials>());
        } else if (kind == "digest") {
            DigestAuth& auth = into.emplace<DigestAuth>();
            readUserPassword(fields, kind, auth.user, auth.password);
        }
    });
}

void readRedirects(ObjectReader& reader, RedirectOption& into) {
    reader.with("followRedirects", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        if (value.is(JsonKind::Boolean)) {
            into = {value.isTrue() ? 10 : 0, RedirectOption::Form::Boolean};
        } else if (value.is(JsonKind::Number)) {
            into.form = RedirectOption::Form::Number;
            readInteger(reader.log(), value, place, into.limit);
        } else {
            reportType(reader.log(), value, place, "boolean, integer");
        }
    });
}

// "200..299"
StatusRange statusRange(const std::string& text) {
    StatusRange range{0, 0, text};
    const char* end = text.data() + text.size();
    const auto [dots, error] = std::from_chars(text.data(), end, range.first);
    if (error != std::errc() || std::string_view(dots, end).substr(0, 2) != "..") {
        return {0, 0, text};
    }
    const auto [at, lastError] = std::from_chars(dots + 2, end, range.last);
    return lastError == std::errc() && at == end ? range : StatusRange{0, 0, text};
}

void readStatus(ProblemLog& log, const JsonValue& value, const Place& place, StatusRange& into) {
    if (value.is(JsonKind::String)) {
        into = statusRange(value.text);
        if (into.first == 0) {
            log.add(ProblemKind::BadStatusRange, place, value.text);
        }
        return;
    }
    if (!value.is(JsonKind::Number)) {
        reportType(log, value, place, "integer, string");
        return;
    }
    readInteger(log, value, place, into.first);
    into.last = into.first;
}

void readExpectedStatus(ObjectReader& reader, HttpStep& into) {
    reader.with("expectedStatus", Presence::Optional, [&](const JsonValue& value, const Place& place) {
        if (!value.is(JsonKind::Array)) {
            readStatus(reader.log(), value, place, into.expectedStatus.emplace_back());
            return;
        }
        into.expectedForm = ListForm::List;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            readStatus(reader.log(), value.items[i], place.item(i), into.expectedStatus.emplace_back());
        }
    });
}

} // namespace

void readHttpDefaults(ProblemLog& log, const JsonValue& value, const Place& place, HttpDefaults& into) {
    ObjectReader reader(log, value, place, keys::kHttpDefaults, &into.written);
    reader.duration("timeout", into.timeout);
    reader.word("version", words::kHttpVersion, into.version);
    reader.namedTexts("headers", into.headers);
    readTls(reader, into.tls);
    reader.text("proxy", into.proxy);
    readDns(reader, into.dns);
    readConnections(reader, into.connections);
    reader.texts("localAddresses", into.localAddresses);
    bool noReset = false;
    reader.flag("noCookiesReset", noReset);
    into.cookies = noReset ? CookieReset::Never : CookieReset::EachIteration;
}

void readHttpStep(ObjectReader& reader, HttpStep& into) {
    reader.text("method", into.method);
    reader.text("url", into.url, Presence::Required);
    reader.namedScalars("query", into.query);
    reader.namedTexts("headers", into.headers);
    readAuth(reader, into.auth);
    readBody(reader, into.body);
    reader.duration("timeout", into.timeout);
    readRedirects(reader, into.followRedirects);
    readExpectedStatus(reader, into);
    reader.namedTexts("checks", into.checks);
    reader.namedTexts("extract", into.extract);
}

} // namespace bw::testplan
