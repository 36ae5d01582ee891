#include "core/codec/form.h"

#include "core/codec/http1_writer.h"

namespace bw::codec {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

bool isFormSafe(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*' ||
           c == '-' || c == '.' || c == '_';
}

void appendEscape(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(hexDigits[byte >> 4]);
    out.push_back(hexDigits[byte & 15]);
}

void appendFormEncoded(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (isFormSafe(c)) {
            out.push_back(c);
        } else if (c == ' ') {
            out.push_back('+');
        } else {
            appendEscape(out, c);
        }
    }
}

// A quoted parameter as browsers write it: the three characters that would end it are percent-encoded.
void appendQuoted(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\r' || c == '\n') {
            appendEscape(out, c);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

bool isBoundary(std::string_view text) {
    if (text.empty() || text.size() > 70 || text.back() == ' ') {
        return false;
    }
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
    });
}

void appendPart(std::string& out, const MultipartPart& part) {
    out.append("Content-Disposition: form-data; name=");
    appendQuoted(out, part.name);
    if (part.fileName) {
        out.append("; filename=");
        appendQuoted(out, *part.fileName);
    }
    out.append("\r\n");
    if (!part.contentType.empty()) {
        out.append("Content-Type: ").append(part.contentType).append("\r\n");
    }
    out.append("\r\n").append(part.body).append("\r\n");
}

} // namespace

void appendFormField(std::string& out, std::string_view name, std::string_view value) {
    if (!out.empty()) {
        out.push_back('&');
    }
    appendFormEncoded(out, name);
    out.push_back('=');
    appendFormEncoded(out, value);
}

Result<void, MultipartError> appendMultipart(std::string& out, std::string_view boundary,
                                             std::span<const MultipartPart> parts) {
    if (!isBoundary(boundary)) {
        return std::unexpected(MultipartError::BadBoundary);
    }
    const std::string delimiter = "--" + std::string(boundary);
    for (const MultipartPart& part : parts) {
        if (!isFieldValue(part.contentType)) {
            return std::unexpected(MultipartError::BadContentType);
        }
        if (part.body.find(delimiter) != std::string_view::npos) {
            return std::unexpected(MultipartError::BoundaryInBody);
        }
    }
    for (const MultipartPart& part : parts) {
        out.append(delimiter).append("\r\n");
        appendPart(out, part);
    }
    out.append(delimiter).append("--\r\n");
    return {};
}

std::string multipartContentType(std::string_view boundary) {
    const bool isPlain = isToken(boundary);
    std::string out = "multipart/form-data; boundary=";
    if (!isPlain) {
        out.push_back('"');
    }
    out.append(boundary);
    if (!isPlain) {
        out.push_back('"');
    }
    return out;
}

} // namespace bw::codec
