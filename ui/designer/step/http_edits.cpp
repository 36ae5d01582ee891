#include "ui/designer/step/http_edits.h"

#include "core/testplan/json_writer.h"
#include "core/testplan/problem.h"
#include "core/testplan/read_document.h"
#include "ui/designer/form/checks.h"
#include "ui/format/problem_text.h"

#include <QStringList>

namespace bw::designer {
namespace {

using namespace testplan;

std::string textOf(const Body& body) {
    if (const auto* json = std::get_if<JsonBody>(&body)) {
        std::string text;
        appendJson(text, json->json, JsonLayout::Indented);
        return text;
    }
    const auto* text = std::get_if<TextBody>(&body);
    return text == nullptr ? std::string() : text->text;
}

JsonBody jsonOf(const Body& body) {
    const auto read = readDocument(textOf(body));
    return {read ? *read : JsonValue::object({})};
}

NamedScalars fieldsOf(const Body& body) {
    if (const auto* form = std::get_if<FormBody>(&body)) {
        return form->fields;
    }
    NamedScalars fields;
    if (const auto* multipart = std::get_if<MultipartBody>(&body)) {
        for (const MultipartPart& part : multipart->parts) {
            fields.emplace_back(part.name, ScalarText{part.value, ScalarForm::String});
        }
    }
    return fields;
}

MultipartBody partsOf(const Body& body) {
    MultipartBody multipart;
    for (const auto& [name, value] : fieldsOf(body)) {
        MultipartPart& part = multipart.parts.emplace_back();
        part.name = name;
        part.value = value.text;
    }
    if (multipart.parts.empty()) {
        multipart.parts.emplace_back().name = "field";
    }
    return multipart;
}

struct Credentials {
    std::string user;
    std::string secret;
};

Credentials credentialsOf(const Auth& auth) {
    return std::visit(
        [](const auto& kind) -> Credentials {
            if constexpr (requires { kind.password; }) {
                return {kind.user, kind.password};
            } else if constexpr (requires { kind.token; }) {
                return {{}, kind.token};
            } else if constexpr (requires { kind.clientId; }) {
                return {kind.clientId, kind.clientSecret};
            } else if constexpr (requires { kind.value; }) {
                return {kind.name, kind.value};
            } else {
                return {};
            }
        },
        auth);
}

std::optional<StatusRange> rangeOf(const QString& text) {
    bool isNumber = false;
    const int code = text.toInt(&isNumber);
    if (isNumber) {
        return StatusRange{code, code, {}};
    }
    const QStringList ends = text.split(QStringLiteral(".."));
    bool isLast = false;
    const int first = ends.value(0).trimmed().toInt(&isNumber);
    const int last = ends.value(1).trimmed().toInt(&isLast);
    return ends.size() == 2 && isNumber && isLast
               ? std::optional(StatusRange{first, last, text.toStdString()})
               : std::nullopt;
}

QStringList piecesOf(const QString& text) {
    QStringList pieces = text.split(u',', Qt::SkipEmptyParts);
    for (QString& piece : pieces) {
        piece = piece.trimmed();
    }
    return pieces;
}

} // namespace

QString bodyKind(const Body& body) {
    static const std::array kKinds{"", "json", "form", "multipart", "text", "file"};
    return QString::fromLatin1(kKinds[body.index()]);
}

std::vector<QString> bodyKinds() {
    return {QString(),
            QStringLiteral("json"),
            QStringLiteral("form"),
            QStringLiteral("multipart"),
            QStringLiteral("text"),
            QStringLiteral("file")};
}

Body switchBody(const Body& body, const QString& kind) {
    if (kind == QLatin1String("json")) {
        return jsonOf(body);
    }
    if (kind == QLatin1String("form")) {
        return FormBody{fieldsOf(body)};
    }
    if (kind == QLatin1String("multipart")) {
        return partsOf(body);
    }
    if (kind == QLatin1String("text")) {
        return TextBody{textOf(body)};
    }
    if (kind == QLatin1String("file")) {
        return FileBody{"body.bin"};
    }
    return {};
}

QString authKind(const Auth& auth) {
    static const std::array kKinds{"", "basic", "bearer", "apiKey", "oauth2ClientCredentials", "digest"};
    return QString::fromLatin1(kKinds[auth.index()]);
}

std::vector<QString> authKinds() {
    return {QString(),
            QStringLiteral("basic"),
            QStringLiteral("bearer"),
            QStringLiteral("apiKey"),
            QStringLiteral("oauth2ClientCredentials"),
            QStringLiteral("digest")};
}

Auth switchAuth(const Auth& auth, const QString& kind) {
    const auto [user, secret] = credentialsOf(auth);
    if (kind == QLatin1String("basic")) {
        return BasicAuth{user, secret};
    }
    if (kind == QLatin1String("bearer")) {
        return BearerAuth{secret};
    }
    if (kind == QLatin1String("apiKey")) {
        ApiKeyAuth key;
        key.name = user.empty() ? "X-API-Key" : user;
        key.value = secret;
        return key;
    }
    if (kind == QLatin1String("oauth2ClientCredentials")) {
        OAuth2ClientCredentials client;
        client.clientId = user;
        client.clientSecret = secret;
        return client;
    }
    if (kind == QLatin1String("digest")) {
        return DigestAuth{user, secret};
    }
    return {};
}

QString statusText(const HttpStep& http) {
    QStringList pieces;
    for (const StatusRange& range : http.expectedStatus) {
        pieces << (range.text.empty() ? QString::number(range.first) : QString::fromStdString(range.text));
    }
    return pieces.join(QStringLiteral(", "));
}

void writeStatus(HttpStep& http, const QString& text) {
    http.expectedStatus.clear();
    for (const QString& piece : piecesOf(text)) {
        if (const auto range = rangeOf(piece)) {
            http.expectedStatus.push_back(*range);
        }
    }
    http.expectedForm = http.expectedStatus.size() == 1 ? ListForm::Single : ListForm::List;
    if (http.expectedStatus.empty()) {
        http.written.remove("expectedStatus");
    }
}

QString checkStatus(const QString& text) {
    for (const QString& piece : piecesOf(text)) {
        if (!rangeOf(piece)) {
            Problem problem;
            problem.kind = ProblemKind::BadStatusRange;
            problem.subject = piece.toStdString();
            return format::problemSentence(problem);
        }
    }
    return {};
}

QString redirectText(const RedirectOption& redirects) {
    return redirects.form == RedirectOption::Form::Default ? QString() : QString::number(redirects.limit);
}

void writeRedirects(RedirectOption& redirects, const QString& text) {
    redirects =
        text.isEmpty() ? RedirectOption{} : RedirectOption{text.toLongLong(), RedirectOption::Form::Number};
}

} // namespace bw::designer
