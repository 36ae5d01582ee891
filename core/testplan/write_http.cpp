#include "core/testplan/plan_words.h"
#include "core/testplan/plan_writer.h"

namespace bw::testplan {
namespace {

template <class... Parts>
struct Overloaded : Parts... {
    using Parts::operator()...;
};

void writeTls(JsonEmitter& out, const TlsOptions& tls) {
    ObjectWriter writer(out, tls.written);
    writer.optionalFlag("verify", tls.verify == TlsVerify::Yes, true);
    writer.optionalText("ca", tls.ca);
    writer.optionalText("cert", tls.cert);
    writer.optionalText("key", tls.key);
}

void writeDns(JsonEmitter& out, const DnsOptions& dns) {
    ObjectWriter writer(out, dns.written);
    writer.optionalDuration("ttl", dns.ttl, DnsOptions{}.ttl.value);
    writer.optionalWord("select", words::kDnsSelect, dns.select, DnsSelect::Random);
    writer.optionalWord("policy", words::kDnsPolicy, dns.policy, DnsPolicy::PreferIpv4);
}

void writeConnections(JsonEmitter& out, const ConnectionOptions& connections) {
    if (connections.kind == ConnectionOptions::Kind::PerVu) {
        out.string("perVu");
        return;
    }
    ObjectWriter writer(out, noWrittenKeys());
    writer.integer("shared", connections.shared);
}

void writeUserPassword(ObjectWriter& writer, std::string_view key, const std::string& user,
                       const std::string& password) {
    writer.out().key(key);
    ObjectWriter fields(writer.out(), noWrittenKeys());
    fields.text("user", user);
    fields.text("password", password);
}

void writeOAuth2(ObjectWriter& writer, const OAuth2ClientCredentials& auth) {
    writer.out().key("oauth2ClientCredentials");
    ObjectWriter fields(writer.out(), auth.written);
    fields.text("tokenUrl", auth.tokenUrl);
    fields.text("clientId", auth.clientId);
    fields.text("clientSecret", auth.clientSecret);
    fields.optionalText("scope", auth.scope);
}

void writeApiKey(ObjectWriter& writer, const ApiKeyAuth& auth) {
    writer.out().key("apiKey");
    ObjectWriter fields(writer.out(), auth.written);
    fields.text("name", auth.name);
    fields.text("value", auth.value);
    fields.optionalWord("in", words::kApiKeyPlace, auth.place, ApiKeyAuth::Place::Header);
}

void writeAuth(JsonEmitter& out, const Auth& auth) {
    ObjectWriter writer(out, noWrittenKeys());
    std::visit(
        Overloaded{
            [](std::monostate) {},
            [&](const BasicAuth& basic) { writeUserPassword(writer, "basic", basic.user, basic.password); },
            [&](const BearerAuth& bearer) { writer.text("bearer", bearer.token); },
            [&](const ApiKeyAuth& apiKey) { writeApiKey(writer, apiKey); },
            [&](const OAuth2ClientCredentials& oauth2) { writeOAuth2(writer, oauth2); },
            [&](const DigestAuth& digest) {
                writeUserPassword(writer, "digest", digest.user, digest.password);
            },
        },
        auth);
}

void writeParts(JsonEmitter& out, const MultipartBody& body) {
    out.beginArray();
    for (const MultipartPart& part : body.parts) {
        ObjectWriter writer(out, part.written);
        writer.text("name", part.name);
        if (writer.wants("value", part.file.empty())) {
            writer.text("value", part.value);
        }
        writer.optionalText("file", part.file);
        writer.optionalText("fileName", part.fileName);
        writer.optionalText("contentType", part.contentType);
    }
    out.endArray();
}

void writeForm(JsonEmitter& out, const FormBody& body) {
    out.beginObject();
    for (const auto& [name, scalar] : body.fields) {
        out.key(name);
        scalar.form == ScalarForm::String ? out.string(scalar.text) : out.bare(scalar.text);
    }
    out.endObject();
}

void writeBody(ObjectWriter& writer, const Body& body) {
    JsonEmitter& out = writer.out();
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [&](const JsonBody& json) {
                       out.key("json");
                       out.value(json.json);
                   },
                   [&](const FormBody& form) {
                       out.key("form");
                       writeForm(out, form);
                   },
                   [&](const MultipartBody& multipart) {
                       out.key("multipart");
                       writeParts(out, multipart);
                   },
                   [&](const TextBody& text) { writer.text("text", text.text); },
                   [&](const FileBody& file) { writer.text("file", file.file); },
               },
               body);
}

void writeStatus(JsonEmitter& out, const StatusRange& range) {
    if (!range.text.empty()) {
        out.string(range.text);
    } else if (range.first == range.last) {
        out.integer(range.first);
    } else {
        out.string(std::to_string(range.first) + ".." + std::to_string(range.last));
    }
}

void writeExpectedStatus(ObjectWriter& writer, const HttpStep& http) {
    if (!writer.wants("expectedStatus", !http.expectedStatus.empty())) {
        return;
    }
    writer.out().key("expectedStatus");
    if (http.expectedForm == ListForm::Single && http.expectedStatus.size() == 1) {
        writeStatus(writer.out(), http.expectedStatus.front());
        return;
    }
    writer.out().beginArray();
    for (const StatusRange& range : http.expectedStatus) {
        writeStatus(writer.out(), range);
    }
    writer.out().endArray();
}

void writeRedirects(ObjectWriter& writer, const RedirectOption& redirects) {
    using Form = RedirectOption::Form;
    const bool asFlag = redirects.form != Form::Number && (redirects.limit == 0 || redirects.limit == 10);
    if (!writer.wants("followRedirects", redirects.form != Form::Default || redirects.limit != 10)) {
        return;
    }
    if (asFlag) {
        writer.out().key("followRedirects");
        writer.out().boolean(redirects.limit != 0);
    } else {
        writer.integer("followRedirects", redirects.limit);
    }
}

} // namespace

void writeHttpDefaults(JsonEmitter& out, const HttpDefaults& http) {
    const HttpDefaults byDefault;
    ObjectWriter writer(out, http.written);
    writer.optionalDuration("timeout", http.timeout, byDefault.timeout.value);
    writer.optionalWord("version", words::kHttpVersion, http.version, byDefault.version);
    writer.optionalNamedTexts("headers", http.headers);
    if (writer.wants("tls", http.tls != byDefault.tls)) {
        out.key("tls");
        writeTls(out, http.tls);
    }
    writer.optionalText("proxy", http.proxy);
    if (writer.wants("dns", http.dns != byDefault.dns)) {
        out.key("dns");
        writeDns(out, http.dns);
    }
    if (writer.wants("connections", http.connections != byDefault.connections)) {
        out.key("connections");
        writeConnections(out, http.connections);
    }
    writer.optionalTexts("localAddresses", http.localAddresses);
    writer.optionalFlag("noCookiesReset", http.cookies == CookieReset::Never);
}

void writeHttpFields(ObjectWriter& writer, const HttpStep& http) {
    if (writer.wants("method", http.method != HttpStep{}.method)) {
        writer.text("method", http.method);
    }
    writer.text("url", http.url);
    writer.optionalNamedScalars("query", http.query);
    writer.optionalNamedTexts("headers", http.headers);
    if (writer.wants("auth", !std::holds_alternative<std::monostate>(http.auth))) {
        writer.out().key("auth");
        writeAuth(writer.out(), http.auth);
    }
    writeBody(writer, http.body);
    writer.optionalDuration("timeout", http.timeout);
    writeRedirects(writer, http.followRedirects);
    writeExpectedStatus(writer, http);
}

void writeHttpResults(ObjectWriter& writer, const HttpStep& http) {
    writer.optionalNamedTexts("checks", http.checks);
    writer.optionalNamedTexts("extract", http.extract);
}

} // namespace bw::testplan
