#include "ui/designer/step/http_form.h"

#include "core/testplan/json_writer.h"
#include "core/testplan/plan_words.h"
#include "core/testplan/read_document.h"
#include "ui/designer/form/area_field.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/json_field.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/step/check_rows.h"
#include "ui/designer/step/http_edits.h"
#include "ui/designer/step/scalar_rows.h"

namespace bw::designer {
namespace {

using namespace testplan;

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

HttpForm::HttpForm(bridge::PlanDocument& document, QWidget* parent)
    : StepForm(document, parent) {
    setupRequest();
    setupBody();
    setupAuth();
    setupChecks();
    setupMore();
}

HttpStep* HttpForm::find(Plan& plan) const {
    Step* step = findStep(plan, shownPlace().toStdString());
    return step == nullptr ? nullptr : std::get_if<HttpStep>(&step->kind);
}

void HttpForm::setupRequest() {
    addName("http.name");
    addChoice(text<HttpStep>("http.method", tr("Method"), &HttpStep::method), [](const Plan&) {
        std::vector<QString> methods;
        for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}) {
            methods.push_back(QString::fromLatin1(method));
        }
        return methods;
    });
    addText(as(Language::Template, text<HttpStep>("http.url", tr("URL"), &HttpStep::url)));
    beginSection(tr("Request"));
    PlanRows query = scalarRows(
        [this](Plan& plan) -> NamedScalars* {
            HttpStep* http = find(plan);
            return http == nullptr ? nullptr : &http->query;
        },
        [this] { return placeUnder("http.query"); });
    query.name = tr("query parameter");
    addTable(tr("Query"), new TableEditor(document(), query, this));
    PlanRows headers = pairs<HttpStep>("http.headers", &HttpStep::headers, Language::Template);
    headers.name = tr("header");
    addTable(tr("Headers"), new TableEditor(document(), headers, this));
}

std::function<bool(const HttpForm::Plan&)> HttpForm::hasBody(const char* wanted) const {
    return [this, wanted](const Plan&) {
        const HttpStep* http = kind<HttpStep>();
        return http != nullptr && bodyKind(http->body) == QLatin1String(wanted);
    };
}

void HttpForm::setupBody() {
    beginSection(tr("Body"));
    addChoice(part<HttpStep>(
                  "http.body", tr("Kind"), [](const HttpStep& http) { return bodyKind(http.body); },
                  [](HttpStep& http, const QString& kind) { http.body = switchBody(http.body, kind); }),
              [](const Plan&) { return bodyKinds(); });
    Value json = part<HttpStep>(
        "http.json", tr("JSON"),
        [](const HttpStep& http) {
            const auto* body = std::get_if<JsonBody>(&http.body);
            std::string text;
            if (body != nullptr) {
                appendJson(text, body->json, JsonLayout::Indented);
            }
            return textOf(text);
        },
        [](HttpStep& http, const QString& text) {
            if (auto read = readDocument(text.toStdString())) {
                http.body = JsonBody{std::move(*read)};
            }
        });
    json.applies = hasBody("json");
    addJson(json);
    Value raw = part<HttpStep>(
        "http.text", tr("Text"),
        [](const HttpStep& http) {
            const auto* body = std::get_if<TextBody>(&http.body);
            return body == nullptr ? QString() : textOf(body->text);
        },
        [](HttpStep& http, const QString& text) { http.body = TextBody{text.toStdString()}; });
    raw.applies = hasBody("text");
    addArea(raw);
    Value file = part<HttpStep>(
        "http.file", tr("File"),
        [](const HttpStep& http) {
            const auto* body = std::get_if<FileBody>(&http.body);
            return body == nullptr ? QString() : textOf(body->file);
        },
        [](HttpStep& http, const QString& text) { http.body = FileBody{text.toStdString()}; });
    file.applies = hasBody("file");
    addText(file);
    setupParts();
}

void HttpForm::setupParts() {
    PlanRows fields = scalarRows(
        [this](Plan& plan) -> NamedScalars* {
            HttpStep* http = find(plan);
            auto* form = http == nullptr ? nullptr : std::get_if<FormBody>(&http->body);
            return form == nullptr ? nullptr : &form->fields;
        },
        [this] { return placeUnder("http.form"); });
    fields.name = tr("field");
    addTable(tr("Fields"), new TableEditor(document(), fields, this), hasBody("form"));
    PlanRows parts = partRows(
        [this](Plan& plan) -> std::vector<MultipartPart>* {
            HttpStep* http = find(plan);
            auto* multipart = http == nullptr ? nullptr : std::get_if<MultipartBody>(&http->body);
            return multipart == nullptr ? nullptr : &multipart->parts;
        },
        [this] { return placeUnder("http.multipart"); });
    addTable(tr("Parts"), new TableEditor(document(), parts, this), hasBody("multipart"));
}

// A text of one or several kinds of authentication: there when the kind has it.
void HttpForm::addAuth(const char* key, const QString& label, std::function<std::string*(Auth&)> member) {
    const auto look = [member](const HttpStep& http) { return member(const_cast<Auth&>(http.auth)); };
    Value value = part<HttpStep>(
        key, label,
        [look](const HttpStep& http) { return look(http) == nullptr ? QString() : textOf(*look(http)); },
        [member](HttpStep& http, const QString& text) {
            if (std::string* into = member(http.auth)) {
                *into = text.toStdString();
            }
        });
    value.applies = [this, look](const Plan&) {
        const HttpStep* http = kind<HttpStep>();
        return http != nullptr && look(*http) != nullptr;
    };
    addText(as(Language::Template, value));
}

#define BW_AUTH_TEXT(kind, member)                                                                           \
    [](Auth& auth) {                                                                                         \
        auto* found = std::get_if<kind>(&auth);                                                              \
        return found == nullptr ? nullptr : &found->member;                                                  \
    }

void HttpForm::setupAuth() {
    beginSection(tr("Auth"));
    addChoice(part<HttpStep>(
                  "http.auth", tr("Kind"), [](const HttpStep& http) { return authKind(http.auth); },
                  [](HttpStep& http, const QString& kind) { http.auth = switchAuth(http.auth, kind); }),
              [](const Plan&) { return authKinds(); });
    addAuth("http.auth.basic.user", tr("User"), BW_AUTH_TEXT(BasicAuth, user));
    addAuth("http.auth.basic.password", tr("Password"), BW_AUTH_TEXT(BasicAuth, password));
    addAuth("http.auth.bearer", tr("Token"), BW_AUTH_TEXT(BearerAuth, token));
    addAuth("http.auth.apiKey.name", tr("Key's name"), BW_AUTH_TEXT(ApiKeyAuth, name));
    addAuth("http.auth.apiKey.value", tr("Key's value"), BW_AUTH_TEXT(ApiKeyAuth, value));
    Value place = part<HttpStep>(
        "http.auth.apiKey.in", tr("Stands in"),
        [](const HttpStep& http) {
            const auto* key = std::get_if<ApiKeyAuth>(&http.auth);
            return key == nullptr ? QString() : choiceOf(words::kApiKeyPlace, key->place);
        },
        [](HttpStep& http, const QString& text) {
            if (auto* key = std::get_if<ApiKeyAuth>(&http.auth)) {
                key->place = fromWord(words::kApiKeyPlace, text.toStdString()).value_or(key->place);
            }
        });
    place.applies = [this](const Plan&) {
        return kind<HttpStep>() != nullptr && std::holds_alternative<ApiKeyAuth>(kind<HttpStep>()->auth);
    };
    addChoice(place, [](const Plan&) { return choicesOf(words::kApiKeyPlace); });
    addAuth("http.auth.oauth2ClientCredentials.tokenUrl", tr("Token URL"),
            BW_AUTH_TEXT(OAuth2ClientCredentials, tokenUrl));
    addAuth("http.auth.oauth2ClientCredentials.clientId", tr("Client id"),
            BW_AUTH_TEXT(OAuth2ClientCredentials, clientId));
    addAuth("http.auth.oauth2ClientCredentials.clientSecret", tr("Client secret"),
            BW_AUTH_TEXT(OAuth2ClientCredentials, clientSecret));
    addAuth("http.auth.oauth2ClientCredentials.scope", tr("Scope"),
            BW_AUTH_TEXT(OAuth2ClientCredentials, scope));
    addAuth("http.auth.digest.user", tr("User"), BW_AUTH_TEXT(DigestAuth, user));
    addAuth("http.auth.digest.password", tr("Password"), BW_AUTH_TEXT(DigestAuth, password));
}

#undef BW_AUTH_TEXT

void HttpForm::setupChecks() {
    beginSection(tr("Checks"));
    const CheckList checks{[this](Plan& plan) -> NamedPairs* {
                               HttpStep* http = find(plan);
                               return http == nullptr ? nullptr : &http->checks;
                           },
                           [this](const std::string& name) {
                               return name.empty() ? placeUnder("http.checks")
                                                   : memberPlace(placeUnder("http.checks"), name);
                           }};
    addTable(tr("Checks of the answer"), makeCheckTable(document(), checks, this));
    PlanRows extract = pairs<HttpStep>("http.extract", &HttpStep::extract, Language::Expression);
    extract.name = tr("extractor");
    extract.columns[0].title = tr("Variable");
    extract.columns[1].title = tr("From the answer");
    addTable(tr("Extract"), new TableEditor(document(), extract, this));
}

void HttpForm::setupMore() {
    beginSection(tr("More"));
    Value timeout = duration<HttpStep>("http.timeout", tr("Timeout"), &HttpStep::timeout, Need::Optional);
    timeout.byDefault = [](const Plan& plan) {
        const QString written = writtenText(plan.defaults.http.timeout);
        return written.isEmpty() ? QStringLiteral("60s") : written;
    };
    addText(timeout);
    Value redirects = part<HttpStep>(
        "http.followRedirects", tr("Redirects"),
        [](const HttpStep& http) { return redirectText(http.followRedirects); },
        [](HttpStep& http, const QString& text) { writeRedirects(http.followRedirects, text); });
    redirects.check = optional(checkWholeNumber);
    redirects.byDefault = [](const Plan&) { return QStringLiteral("10"); };
    addText(redirects);
    Value status = part<HttpStep>(
        "http.expectedStatus", tr("Expected status"), [](const HttpStep& http) { return statusText(http); },
        [](HttpStep& http, const QString& text) { writeStatus(http, text); });
    status.check = checkStatus;
    status.byDefault = [](const Plan&) { return QStringLiteral("200..399"); };
    addText(status);
    addTags("http.tags");
}

} // namespace bw::designer
