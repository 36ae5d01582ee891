#include "core/base/nearest.h"
#include "core/testplan/validation.h"
#include "core/testplan/word.h"

namespace bw::testplan {
namespace {

constexpr std::array<std::string_view, 7> kMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                      "PATCH", "DELETE", "OPTIONS"};

void validateScalars(Validation& check, const Place& place, const NamedScalars& scalars) {
    for (const auto& [name, scalar] : scalars) {
        if (scalar.form == ScalarForm::String) {
            check.text(place.member(name), scalar.text);
        }
    }
}

void validateParts(Validation& check, const Place& place, const MultipartBody& body) {
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const MultipartPart& part = body.parts[i];
        const Place partPlace = place.item(i);
        check.notEmpty(partPlace.member("name"), part.name);
        check.text(partPlace.member("value"), part.value);
        check.text(partPlace.member("fileName"), part.fileName);
        if (!part.file.empty() || part.written.has("file")) {
            check.planFile(partPlace.member("file"), part.file);
        }
    }
}

void validateBody(Validation& check, const Place& place, const Body& body) {
    if (const auto* json = std::get_if<JsonBody>(&body)) {
        check.json(place.member("json"), json->json);
    } else if (const auto* form = std::get_if<FormBody>(&body)) {
        validateScalars(check, place.member("form"), form->fields);
    } else if (const auto* multipart = std::get_if<MultipartBody>(&body)) {
        validateParts(check, place.member("multipart"), *multipart);
    } else if (const auto* text = std::get_if<TextBody>(&body)) {
        check.text(place.member("text"), text->text);
    } else if (const auto* file = std::get_if<FileBody>(&body)) {
        check.planFile(place.member("file"), file->file);
    }
}

void validateUserPassword(Validation& check, const Place& place, const std::string& user,
                          const std::string& password) {
    check.text(place.member("user"), user);
    check.text(place.member("password"), password);
}

void validateAuth(Validation& check, const Place& place, const Auth& auth) {
    if (const auto* basic = std::get_if<BasicAuth>(&auth)) {
        validateUserPassword(check, place.member("basic"), basic->user, basic->password);
    } else if (const auto* bearer = std::get_if<BearerAuth>(&auth)) {
        check.text(place.member("bearer"), bearer->token);
    } else if (const auto* apiKey = std::get_if<ApiKeyAuth>(&auth)) {
        const Place keyPlace = place.member("apiKey");
        check.notEmpty(keyPlace.member("name"), apiKey->name);
        check.text(keyPlace.member("name"), apiKey->name);
        check.text(keyPlace.member("value"), apiKey->value);
    } else if (const auto* oauth2 = std::get_if<OAuth2ClientCredentials>(&auth)) {
        const Place oauthPlace = place.member("oauth2ClientCredentials");
        check.url(oauthPlace.member("tokenUrl"), oauth2->tokenUrl, "http");
        check.text(oauthPlace.member("clientId"), oauth2->clientId);
        check.text(oauthPlace.member("clientSecret"), oauth2->clientSecret);
        check.text(oauthPlace.member("scope"), oauth2->scope);
    } else if (const auto* digest = std::get_if<DigestAuth>(&auth)) {
        validateUserPassword(check, place.member("digest"), digest->user, digest->password);
    }
}

void validateStatus(Validation& check, const Place& place, const HttpStep& http) {
    constexpr std::int64_t kLeast = 100;
    constexpr std::int64_t kMost = 599;
    for (std::size_t i = 0; i < http.expectedStatus.size(); ++i) {
        const StatusRange& range = http.expectedStatus[i];
        const Place rangePlace = http.expectedForm == ListForm::List ? place.item(i) : place;
        check.integer(rangePlace, range.first, kLeast, kMost);
        if (range.last != range.first) {
            check.integer(rangePlace, range.last, kLeast, kMost);
        }
        if (range.last < range.first) {
            check.log().add(ProblemKind::LowAboveHigh, rangePlace, std::to_string(range.first),
                            std::to_string(range.last));
        }
    }
}

} // namespace

void validateHttpStep(Validation& check, const Place& place, const HttpStep& http) {
    if (std::ranges::find(kMethods, http.method) == kMethods.end()) {
        check.log().add(ProblemKind::NotOneOf, place.member("method"), http.method, joined(kMethods),
                        nearest(http.method, kMethods));
    }
    check.url(place.member("url"), http.url, "http");
    validateScalars(check, place.member("query"), http.query);
    check.headerNames(place.member("headers"), http.headers);
    check.texts(place.member("headers"), http.headers);
    validateAuth(check, place.member("auth"), http.auth);
    validateBody(check, place, http.body);
    if (http.timeout.isWritten()) {
        check.duration(place.member("timeout"), http.timeout, Duration(1), "> 0");
    }
    check.integer(place.member("followRedirects"), http.followRedirects.limit, 0, 100);
    validateStatus(check, place.member("expectedStatus"), http);
    const Place checks = place.member("checks");
    for (const auto& [name, source] : http.checks) {
        check.label(checks.member(name), name);
        check.expression(checks.member(name), source);
    }
    const Place extract = place.member("extract");
    for (const auto& [name, source] : http.extract) {
        check.variableName(extract.member(name), name);
        check.expression(extract.member(name), source);
    }
}

} // namespace bw::testplan
