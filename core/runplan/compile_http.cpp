#include "core/runplan/compile_http.h"

#include <algorithm>
#include <array>

namespace bw::runplan {
namespace {

constexpr std::size_t kMaxBodyFile = 256U * 1024 * 1024;

class HttpCompiler {
public:
    HttpCompiler(CompileContext& context, const std::string& place)
        : m_context(context)
        , m_place(place) {}

    std::shared_ptr<const std::string> file(const std::string& name, const std::string& place) {
        return std::make_shared<const std::string>(m_context.file(name, place, kMaxBodyFile));
    }

    Body body(const testplan::Body& from) {
        return std::visit([this](const auto& kind) { return one(kind); }, from);
    }

    Auth auth(const testplan::Auth& from) {
        return std::visit([this](const auto& kind) { return way(kind); }, from);
    }

    expr::Template text(const std::string& source, const std::string& part) {
        return m_context.text(source, m_place + "." + part);
    }

private:
    Body one(const std::monostate&) { return NoBody{}; }
    Body one(const testplan::JsonBody& from) {
        return JsonBody{m_context.json(from.json.compactText(), m_place + ".json")};
    }
    Body one(const testplan::FormBody& from) {
        FormBody form;
        for (const auto& [name, value] : from.fields) {
            form.fields.push_back({name, text(value.text, "form." + name)});
        }
        return form;
    }
    Body one(const testplan::MultipartBody& from) {
        MultipartBody multipart;
        for (const testplan::MultipartPart& part : from.parts) {
            MultipartField field{part.name, {}, nullptr, part.fileName, part.contentType};
            if (part.file.empty()) {
                field.value = text(part.value, "multipart." + part.name);
            } else {
                field.file = file(part.file, m_place + ".multipart." + part.name);
                if (field.fileName.empty()) {
                    field.fileName = part.file.substr(part.file.rfind('/') + 1);
                }
            }
            multipart.fields.push_back(std::move(field));
        }
        return multipart;
    }
    Body one(const testplan::TextBody& from) { return TextBody{text(from.text, "text")}; }
    Body one(const testplan::FileBody& from) { return FileBody{file(from.file, m_place + ".file")}; }

    Auth way(const std::monostate&) { return std::monostate{}; }
    Auth way(const testplan::BasicAuth& from) {
        return BasicAuth{text(from.user, "auth.basic.user"), text(from.password, "auth.basic.password")};
    }
    Auth way(const testplan::BearerAuth& from) { return BearerAuth{text(from.token, "auth.bearer")}; }
    Auth way(const testplan::ApiKeyAuth& from) {
        const auto place = from.place == testplan::ApiKeyAuth::Place::Query ? ApiKeyAuth::Place::Query
                                                                            : ApiKeyAuth::Place::Header;
        return ApiKeyAuth{from.name, text(from.value, "auth.apiKey.value"), place};
    }
    Auth way(const testplan::OAuth2ClientCredentials&) { return later("oauth2ClientCredentials"); }
    Auth way(const testplan::DigestAuth&) { return later("digest"); }
    Auth later(std::string what) {
        m_context.unsupported(m_place + ".auth." + what, what);
        return std::monostate{};
    }

    CompileContext& m_context;
    const std::string& m_place;
};

Method methodOf(CompileContext& context, const std::string& name, const std::string& place) {
    constexpr std::array kMethods = {Method::Get,   Method::Head,   Method::Post,   Method::Put,
                                     Method::Patch, Method::Delete, Method::Options};
    for (const Method method : kMethods) {
        if (methodName(method) == name) {
            return method;
        }
    }
    context.unsupported(place + ".method", name);
    return Method::Get;
}

// The step's own headers, then those of the defaults that it does not replace, then the body's type.
void takeHeaders(CompileContext& context, HttpCompiler& compiler, const testplan::HttpStep& from,
                 HttpStep& to) {
    const auto has = [&to](std::string_view name) {
        return std::ranges::any_of(to.headers,
                                   [&](const HeaderField& field) { return sameName(field.name, name); });
    };
    // A multipart body's type carries the boundary, which is made with the body.
    const auto isOurs = [&to](std::string_view name) {
        return std::holds_alternative<MultipartBody>(to.body) && sameName(name, "Content-Type");
    };
    for (const auto& [name, value] : from.headers) {
        if (!isOurs(name)) {
            to.headers.push_back({name, compiler.text(value, "headers." + name)});
        }
    }
    for (const auto& [name, value] : context.plan.defaults.http.headers) {
        if (!has(name) && !isOurs(name)) {
            to.headers.push_back({name, context.text(value, "defaults.http.headers." + name)});
        }
    }
    const std::string_view type = std::holds_alternative<JsonBody>(to.body) ? "application/json"
                                  : std::holds_alternative<FormBody>(to.body)
                                      ? "application/x-www-form-urlencoded"
                                  : std::holds_alternative<TextBody>(to.body) ? "text/plain; charset=utf-8"
                                  : std::holds_alternative<FileBody>(to.body) ? "application/octet-stream"
                                                                              : "";
    if (!type.empty() && !has("Content-Type")) {
        to.headers.push_back({"Content-Type", expr::Template::fromLiteral(type)});
    }
    if (!has("User-Agent")) {
        to.headers.push_back({"User-Agent", expr::Template::fromLiteral(kUserAgent)});
    }
    if (!has("Accept-Encoding")) {
        to.headers.push_back({"Accept-Encoding", expr::Template::fromLiteral("gzip, deflate")});
    }
}

void takeExpressions(CompileContext& context, const testplan::HttpStep& from, const std::string& place,
                     HttpStep& to) {
    expr::Needs needs;
    for (const auto& [name, source] : from.checks) {
        to.checks.push_back(context.check(name, source, place + ".checks[\"" + name + "\"]"));
        needs.merge(to.checks.back().condition.needs());
    }
    for (const auto& [name, source] : from.extract) {
        to.extracts.push_back(
            {context.scope.addVariable(name), context.expression(source, place + ".extract." + name), name});
        needs.merge(to.extracts.back().value.needs());
    }
    to.keepBody = needs.body ? KeepBody::Yes : KeepBody::No;
}

} // namespace

bool sameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

void noteTls(CompileContext& context, const expr::Template& url) {
    expr::Scratch scratch;
    Random random(0);
    expr::Context evaluation = context.evaluation(scratch, random);
    std::string text;
    const bool isKnown = url.render(evaluation, text).has_value();
    for (const std::string_view scheme : {"https:", "wss:"}) {
        if (isKnown && sameName(std::string_view(text).substr(0, scheme.size()), scheme)) {
            context.result.http.needsTls = true;
        }
    }
}

expr::Needs requestNeeds(const HttpStep& step) {
    expr::Needs needs = step.url.needs();
    const auto mergeFields = [&needs](const auto& fields) {
        for (const auto& field : fields) {
            needs.merge(field.value.needs());
        }
    };
    mergeFields(step.headers);
    mergeFields(step.query);
    mergeFields(step.tags);
    if (const auto* json = std::get_if<JsonBody>(&step.body)) {
        needs.merge(json->json.needs());
    } else if (const auto* text = std::get_if<TextBody>(&step.body)) {
        needs.merge(text->text.needs());
    } else if (const auto* form = std::get_if<FormBody>(&step.body)) {
        mergeFields(form->fields);
    } else if (const auto* multipart = std::get_if<MultipartBody>(&step.body)) {
        mergeFields(multipart->fields);
    }
    if (const auto* basic = std::get_if<BasicAuth>(&step.auth)) {
        needs.merge(basic->user.needs());
        needs.merge(basic->password.needs());
    } else if (const auto* bearer = std::get_if<BearerAuth>(&step.auth)) {
        needs.merge(bearer->token.needs());
    } else if (const auto* key = std::get_if<ApiKeyAuth>(&step.auth)) {
        needs.merge(key->value.needs());
    }
    return needs;
}

HttpStep compileHttp(CompileContext& context, const testplan::Step& step, const testplan::HttpStep& from,
                     const std::string& place) {
    HttpCompiler compiler(context, place);
    HttpStep to;
    to.site = context.nextSite(place);
    to.name = step.name.empty() ? from.url : step.name;
    to.method = methodOf(context, from.method, place);
    to.url = compiler.text(from.url, "url");
    for (const auto& [name, value] : from.query) {
        to.query.push_back({name, compiler.text(value.text, "query." + name)});
    }
    to.body = compiler.body(from.body);
    to.auth = compiler.auth(from.auth);
    takeHeaders(context, compiler, from, to);
    to.timeout = from.timeout.isWritten() ? from.timeout.value : context.plan.defaults.http.timeout.value;
    to.maxRedirects = static_cast<int>(from.followRedirects.limit);
    if (!from.expectedStatus.empty()) {
        to.expected.clear();
        for (const testplan::StatusRange& range : from.expectedStatus) {
            to.expected.push_back({static_cast<int>(range.first), static_cast<int>(range.last)});
        }
    }
    for (const auto& [key, value] : step.tags) {
        to.tags.push_back({key, compiler.text(value, "tags." + key)});
    }
    takeExpressions(context, from, place, to);
    to.hasLiteralHead =
        to.query.empty() && std::holds_alternative<std::monostate>(to.auth) &&
        !std::holds_alternative<MultipartBody>(to.body) &&
        std::ranges::all_of(to.headers, [](const HeaderField& field) { return field.value.isLiteral(); });
    noteTls(context, to.url);
    return to;
}

} // namespace bw::runplan
