#pragma once

#include "core/testplan/http_step.h"

#include <QString>

#include <vector>

// Bodies, authentication and expected answers of requests, by the words of the format. Pure functions.
namespace bw::designer {

// "", "json", "form", "multipart", "text", "file"
[[nodiscard]] QString bodyKind(const testplan::Body& body);
[[nodiscard]] std::vector<QString> bodyKinds();
// The other kind with what both can say: text that is JSON becomes JSON, fields stay fields.
[[nodiscard]] testplan::Body switchBody(const testplan::Body& body, const QString& kind);

// "", "basic", "bearer", "apiKey", "oauth2ClientCredentials", "digest"
[[nodiscard]] QString authKind(const testplan::Auth& auth);
[[nodiscard]] std::vector<QString> authKinds();
// User and password, or what else both kinds have, stay.
[[nodiscard]] testplan::Auth switchAuth(const testplan::Auth& auth, const QString& kind);

// "200, 300..399"
[[nodiscard]] QString statusText(const testplan::HttpStep& http);
void writeStatus(testplan::HttpStep& http, const QString& text);
[[nodiscard]] QString checkStatus(const QString& text);

// "5", or nothing where k6's 10 counts
[[nodiscard]] QString redirectText(const testplan::RedirectOption& redirects);
void writeRedirects(testplan::RedirectOption& redirects, const QString& text);

} // namespace bw::designer
