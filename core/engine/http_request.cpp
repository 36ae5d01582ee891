#include "core/engine/http_request.h"

#include <openssl/evp.h>

namespace bw::engine {
namespace {

using runplan::HttpStep;

// Renders one step; the first failure ends it.
class Renderer {
public:
    Renderer(const HttpStep& step, expr::Context& context, KnownRequest& known, HttpWork& work)
        : m_step(step)
        , m_context(context)
        , m_known(known)
        , m_work(work) {}

    Result<void, RenderError> render() {
        clear();
        if (!renderUrl() || !renderBody() || !renderHeaders() || !renderTags()) {
            return std::unexpected(std::move(m_error));
        }
        return {};
    }

private:
    void clear() {
        m_work.url.clear();
        m_work.body.clear();
        m_work.fieldText.clear();
        m_work.fieldEnds.clear();
        m_work.fields.clear();
        m_work.tagText.clear();
        m_work.tags.clear();
    }

    template <class Error>
    bool fail(std::string part, Error error) {
        m_error = {std::move(part), std::move(error)};
        return false;
    }

    // Works for texts and JSON documents alike.
    template <class Source>
    bool append(const Source& source, std::string& out, std::string_view part) {
        if (source.isLiteral()) {
            out += source.literal();
            return true;
        }
        auto rendered = source.render(m_context, out);
        return rendered || fail(std::string(part), std::move(rendered.error()));
    }

    bool renderUrl() {
        if (!append(m_step.url, m_work.url, "url")) {
            return false;
        }
        if (m_work.url != m_known.url) {
            m_known.url.clear();
            if (auto parsed = codec::parseUrlInto(m_known.parsed, m_work.url); !parsed) {
                return fail("url", parsed.error());
            }
            m_known.url = m_work.url;
        }
        m_work.target = m_known.parsed;
        for (const runplan::FormField& field : m_step.query) {
            if (!appendQuery(field.name, field.value)) {
                return false;
            }
        }
        if (const auto* key = std::get_if<runplan::ApiKeyAuth>(&m_step.auth);
            key != nullptr && key->place == runplan::ApiKeyAuth::Place::Query) {
            return appendQuery(key->name, key->value);
        }
        return true;
    }

    bool appendQuery(const std::string& name, const expr::Template& source) {
        m_value.clear();
        if (!append(source, m_value, "query")) {
            return false;
        }
        codec::appendQuery(m_work.target.target, name, m_value);
        return true;
    }

    bool renderBody() {
        return std::visit([this](const auto& kind) { return body(kind); }, m_step.body);
    }
    bool body(const runplan::NoBody&) { return true; }
    bool body(const runplan::JsonBody& kind) { return append(kind.json, m_work.body, "json"); }
    bool body(const runplan::TextBody& kind) { return append(kind.text, m_work.body, "text"); }
    bool body(const runplan::FileBody& kind) {
        m_work.body = *kind.bytes;
        return true;
    }
    bool body(const runplan::FormBody& kind) {
        for (const runplan::FormField& field : kind.fields) {
            m_value.clear();
            if (!append(field.value, m_value, "form")) {
                return false;
            }
            codec::appendFormField(m_work.body, field.name, m_value);
        }
        return true;
    }
    bool body(const runplan::MultipartBody& kind) {
        std::vector<std::string> values(kind.fields.size());
        std::vector<codec::MultipartPart> parts;
        for (std::size_t i = 0; i < kind.fields.size(); ++i) {
            const runplan::MultipartField& field = kind.fields[i];
            if (field.file == nullptr && !append(field.value, values[i], "multipart")) {
                return false;
            }
            codec::MultipartPart part{field.name, {}, field.contentType, values[i]};
            if (field.file != nullptr) {
                part.fileName = field.fileName;
                part.body = *field.file;
            }
            parts.push_back(part);
        }
        // 128 bits of chance: no body holds it unless somebody wants it to, and then it is an error.
        const std::string boundary = "bellwether-" + std::to_string(m_context.random->next()) +
                                     std::to_string(m_context.random->next());
        if (const auto made = codec::appendMultipart(m_work.body, boundary, parts); !made) {
            return fail("multipart", made.error());
        }
        m_work.multipartType = codec::multipartContentType(boundary);
        return true;
    }

    bool renderHeaders() {
        for (const runplan::HeaderField& field : m_step.headers) {
            if (!append(field.value, m_work.fieldText, "headers")) {
                return false;
            }
            m_work.fieldEnds.push_back(m_work.fieldText.size());
        }
        if (!renderAuth()) {
            return false;
        }
        // Only now that the text no longer moves.
        std::size_t begin = 0;
        for (std::size_t i = 0; i < m_work.fieldEnds.size(); ++i) {
            const std::string_view name =
                i < m_step.headers.size() ? std::string_view(m_step.headers[i].name) : m_authName;
            const std::size_t end = m_work.fieldEnds[i];
            m_work.fields.push_back({name, std::string_view(m_work.fieldText).substr(begin, end - begin)});
            begin = end;
        }
        if (std::holds_alternative<runplan::MultipartBody>(m_step.body)) {
            m_work.fields.push_back({"Content-Type", m_work.multipartType});
        }
        return true;
    }

    bool renderAuth() {
        std::string& out = m_work.fieldText;
        m_authName = "Authorization";
        if (const auto* basic = std::get_if<runplan::BasicAuth>(&m_step.auth)) {
            m_value.clear();
            if (!append(basic->user, m_value, "auth")) {
                return false;
            }
            m_value += ':';
            if (!append(basic->password, m_value, "auth")) {
                return false;
            }
            std::string encoded(4 * ((m_value.size() + 2) / 3) + 1, '\0');
            const int size = ::EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                               reinterpret_cast<const unsigned char*>(m_value.data()),
                                               static_cast<int>(m_value.size()));
            out += "Basic ";
            out.append(encoded, 0, static_cast<std::size_t>(size));
        } else if (const auto* bearer = std::get_if<runplan::BearerAuth>(&m_step.auth)) {
            out += "Bearer ";
            if (!append(bearer->token, out, "auth")) {
                return false;
            }
        } else if (const auto* key = std::get_if<runplan::ApiKeyAuth>(&m_step.auth);
                   key != nullptr && key->place == runplan::ApiKeyAuth::Place::Header) {
            m_authName = key->name;
            if (!append(key->value, out, "auth")) {
                return false;
            }
        } else {
            return true;
        }
        m_work.fieldEnds.push_back(out.size());
        return true;
    }

    // Only those that are no literals; the others are part of the series already.
    bool renderTags() {
        std::size_t count = 0;
        for (const runplan::Tag& tag : m_step.tags) {
            if (tag.value.isLiteral()) {
                continue;
            }
            ++count;
            if (!append(tag.value, m_work.tagText, "tags")) {
                return false;
            }
            m_work.tagText += '\0';
        }
        std::size_t begin = 0;
        for (const runplan::Tag& tag : m_step.tags) {
            if (count > 0 && !tag.value.isLiteral()) {
                const std::size_t end = m_work.tagText.find('\0', begin);
                m_work.tags.push_back({tag.key, std::string_view(m_work.tagText).substr(begin, end - begin)});
                begin = end + 1;
            }
        }
        return true;
    }

    const HttpStep& m_step;
    expr::Context& m_context;
    KnownRequest& m_known;
    HttpWork& m_work;
    std::string m_value;
    std::string_view m_authName;
    RenderError m_error;
};

} // namespace

Result<void, RenderError> renderRequest(const HttpStep& step, expr::Context& context, KnownRequest& known,
                                        HttpWork& work) {
    return Renderer(step, context, known, work).render();
}

runplan::Method methodAfterRedirect(runplan::Method method, int status) {
    using runplan::Method;
    if (status == 303) {
        return method == Method::Head ? Method::Head : Method::Get;
    }
    return (status == 301 || status == 302) && method == Method::Post ? Method::Get : method;
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace bw::engine
