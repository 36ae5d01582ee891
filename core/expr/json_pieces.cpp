#include "core/expr/json_pieces.h"

#include "core/expr/json_reader.h"
#include "core/expr/value_text.h"

#include <simdjson.h>

namespace bw::expr {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

std::string_view rawToken(ondemand::value& value) {
    return value.raw_json_token();
}

std::string_view rawToken(ondemand::document& document) {
    std::string_view token;
    return document.raw_json_token().get(token) ? std::string_view() : token;
}

// Walks a document and writes it down anew, compact, with its strings compiled.
class JsonTemplateCompiler {
public:
    explicit JsonTemplateCompiler(const Scope& scope)
        : m_scope(scope)
        , m_pieces(std::make_shared<JsonPieces>()) {}

    template <class Node>
    error_code take(Node& node, int depth) {
        if (depth > JsonReader::kMaxDepth) {
            return simdjson::DEPTH_ERROR;
        }
        ondemand::json_type type{};
        if (const auto error = node.type().get(type)) {
            return error;
        }
        switch (type) {
        case ondemand::json_type::array:
            return takeArray(node, depth);
        case ondemand::json_type::object:
            return takeObject(node, depth);
        case ondemand::json_type::string:
            return takeString(node);
        case ondemand::json_type::number:
            return takeNumber(node);
        case ondemand::json_type::boolean:
            return takeBoolean(node);
        case ondemand::json_type::null:
            return takeNull(node);
        }
        return simdjson::TAPE_ERROR;
    }

    void badJson(std::size_t offset) {
        Problem problem;
        problem.kind = ProblemKind::BadJson;
        problem.offset = static_cast<std::uint32_t>(offset);
        m_problems.push_back(std::move(problem));
    }

    Result<std::shared_ptr<const JsonPieces>, std::vector<Problem>> finish() {
        if (!m_problems.empty()) {
            return std::unexpected(std::move(m_problems));
        }
        m_pieces->tail = std::move(m_text);
        return std::move(m_pieces);
    }

private:
    template <class Node>
    error_code takeArray(Node& node, int depth) {
        ondemand::array array;
        if (const auto error = node.get_array().get(array)) {
            return error;
        }
        m_text += '[';
        const std::size_t placeLength = m_place.size();
        std::size_t index = 0;
        for (auto element : array) {
            ondemand::value item;
            if (const auto error = element.get(item)) {
                return error;
            }
            m_text += index > 0 ? "," : "";
            m_place += "[" + std::to_string(index++) + "]";
            if (const auto error = take(item, depth + 1)) {
                return error;
            }
            m_place.resize(placeLength);
        }
        m_text += ']';
        return simdjson::SUCCESS;
    }

    template <class Node>
    error_code takeObject(Node& node, int depth) {
        ondemand::object object;
        if (const auto error = node.get_object().get(object)) {
            return error;
        }
        m_text += '{';
        const std::size_t placeLength = m_place.size();
        bool first = true;
        for (auto element : object) {
            ondemand::field field;
            if (const auto error = std::move(element).get(field)) {
                return error;
            }
            m_text += first ? "" : ",";
            first = false;
            if (const auto error = takeMember(field, depth)) {
                return error;
            }
            m_place.resize(placeLength);
        }
        m_text += '}';
        return simdjson::SUCCESS;
    }

    error_code takeMember(ondemand::field& field, int depth) {
        std::string_view name;
        if (const auto error = field.unescaped_key().get(name)) {
            return error;
        }
        m_text += '"';
        appendJsonEscaped(name, m_text);
        m_text += "\":";
        if (!Scope::isName(name)) {
            m_place += "[\"" + std::string(name) + "\"]";
        } else {
            m_place += (m_place.empty() ? "" : ".") + std::string(name);
        }
        return take(field.value(), depth + 1);
    }

    template <class Node>
    error_code takeString(Node& node) {
        std::string_view source;
        if (const auto error = node.get_string().get(source)) {
            return error;
        }
        auto text = TextPieces::compile(source, m_scope);
        if (!text) {
            for (Problem& problem : text.error()) {
                problem.place = m_place;
                m_problems.push_back(std::move(problem));
            }
            return simdjson::SUCCESS;
        }
        m_pieces->needs.merge((*text)->program().needs);
        if (const auto lone = (*text)->lone()) {
            takeLone(*text, *lone);
        } else {
            takePieces(*text);
        }
        return simdjson::SUCCESS;
    }

    void takeLone(const std::shared_ptr<const TextPieces>& text, NodeIndex root) {
        if (text->program().isConstant(root)) {
            appendJson(text->program().constant(root), m_text);
            return;
        }
        m_pieces->pieces.push_back({std::move(m_text), text, root, JsonPart::Whole, m_place});
        m_text.clear();
    }

    void takePieces(const std::shared_ptr<const TextPieces>& text) {
        m_text += '"';
        for (const Piece& piece : text->pieces()) {
            appendJsonEscaped(piece.before, m_text);
            m_pieces->pieces.push_back({std::move(m_text), text, piece.root, JsonPart::InString, m_place});
            m_text.clear();
        }
        appendJsonEscaped(text->tail(), m_text);
        m_text += '"';
    }

    // The digits stay as they were written: as doubles, large ids would change.
    template <class Node>
    error_code takeNumber(Node& node) {
        std::string_view token = rawToken(node);
        double unused = 0;
        if (const auto error = node.get_double().get(unused)) {
            return error;
        }
        m_text += token.substr(0, std::min(token.find_first_not_of("+-.0123456789eE"), token.size()));
        return simdjson::SUCCESS;
    }

    template <class Node>
    error_code takeBoolean(Node& node) {
        bool truth = false;
        if (const auto error = node.get_bool().get(truth)) {
            return error;
        }
        m_text += truth ? "true" : "false";
        return simdjson::SUCCESS;
    }

    template <class Node>
    error_code takeNull(Node& node) {
        bool null = false;
        if (const auto error = node.is_null().get(null)) {
            return error;
        }
        m_text += "null";
        return null ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
    }

    const Scope& m_scope;
    std::shared_ptr<JsonPieces> m_pieces;
    std::string m_text; // since the last piece
    std::string m_place;
    std::vector<Problem> m_problems;
};

std::size_t offsetIn(ondemand::document& document, const char* begin) {
    const char* at = nullptr;
    return document.current_location().get(at) ? 0 : static_cast<std::size_t>(at - begin);
}

} // namespace

Result<std::shared_ptr<const JsonPieces>, std::vector<Problem>> compileJsonPieces(std::string_view source,
                                                                                  const Scope& scope) {
    JsonTemplateCompiler compiler(scope);
    if (source.size() > JsonReader::kMaxBytes) {
        compiler.badJson(0);
        return compiler.finish();
    }
    const simdjson::padded_string padded(source);
    ondemand::parser parser;
    ondemand::document document;
    if (parser.iterate(padded).get(document)) {
        compiler.badJson(0);
        return compiler.finish();
    }
    bool scalar = false;
    const bool broken = document.is_scalar().get(scalar) || compiler.take(document, 0);
    const char* rest = nullptr;
    const bool followed = !scalar && document.current_location().get(rest) !=
                                         simdjson::OUT_OF_BOUNDS; // something behind the end
    if (broken || followed) {
        compiler.badJson(offsetIn(document, padded.data()));
    }
    return compiler.finish();
}

} // namespace bw::expr
