#include "core/expr/json_reader.h"

#include "core/expr/json_materialiser.h"
#include "core/expr/utf8.h"
#include "core/expr/value_text.h"

#include <algorithm>
#include <simdjson.h>
#include <span>
#include <vector>

namespace bw::expr {
namespace {

using Steps = std::span<const JsonStep>;

constexpr std::size_t kKeptCapacity = 4 * 1024 * 1024;

// Compares with the key as it stands in the document; unescapes only a key that has a backslash.
bool keyIs(ondemand::field& field, std::string_view name) {
    const char* raw = field.key().raw();
    for (const char c : name) {
        if (*raw == '\\') {
            return field.unescaped_key().value_unsafe() == name;
        }
        if (*raw == '"' || *raw != c) {
            return false;
        }
        ++raw;
    }
    return *raw == '"';
}

bool isMissing(error_code error) {
    return error == simdjson::NO_SUCH_FIELD || error == simdjson::INDEX_OUT_OF_BOUNDS ||
           error == simdjson::INCORRECT_TYPE;
}

template <class Sink>
error_code visit(ondemand::value value, Steps steps, Sink& sink);

template <class Sink>
error_code visitMember(ondemand::value& value, Steps steps, Sink& sink) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) {
        return error;
    }
    for (auto element : object) {
        ondemand::field field;
        if (const auto error = std::move(element).get(field)) {
            return error;
        }
        if (keyIs(field, steps.front().name)) {
            return visit(std::move(field.value()), steps.subspan(1), sink);
        }
    }
    return simdjson::NO_SUCH_FIELD;
}

// What of one item is missing does not end the visit of the others.
template <class Sink>
error_code visitItem(ondemand::value value, Steps steps, Sink& sink) {
    const auto error = visit(std::move(value), steps, sink);
    return isMissing(error) ? simdjson::SUCCESS : error;
}

template <class Sink>
error_code visitEveryMember(ondemand::value& value, Steps steps, Sink& sink) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) {
        return error;
    }
    for (auto element : object) {
        ondemand::field field;
        if (const auto error = std::move(element).get(field)) {
            return error;
        }
        if (const auto error = visitItem(std::move(field.value()), steps.subspan(1), sink)) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

template <class Sink>
error_code visitEvery(ondemand::value& value, Steps steps, Sink& sink) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) {
        return error;
    }
    if (type == ondemand::json_type::object) {
        return visitEveryMember(value, steps, sink);
    }
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) {
        return error;
    }
    for (auto element : array) {
        ondemand::value item;
        if (const auto error = element.get(item)) {
            return error;
        }
        if (const auto error = visitItem(item, steps.subspan(1), sink)) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

// Calls the sink with every value that the steps lead to.
template <class Sink>
error_code visit(ondemand::value value, Steps steps, Sink& sink) {
    if (steps.empty()) {
        return sink(value);
    }
    switch (steps.front().kind) {
    case JsonStep::Kind::Member:
        return visitMember(value, steps, sink);
    case JsonStep::Kind::Every:
        return visitEvery(value, steps, sink);
    case JsonStep::Kind::Index:
        break;
    }
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) {
        return error;
    }
    ondemand::value item;
    if (const auto error = array.at(steps.front().index).get(item)) {
        return error;
    }
    return visit(std::move(item), steps.subspan(1), sink);
}

template <class Node>
error_code readLength(Node& node, ondemand::json_type type, Operand& result) {
    error_code error = simdjson::SUCCESS;
    if (type == ondemand::json_type::array) {
        std::size_t count = 0;
        error = node.count_elements().get(count);
        result = Operand::ofNumber(static_cast<double>(count));
    } else if (type == ondemand::json_type::string) {
        std::string_view text;
        error = node.get_string().get(text);
        result = Operand::ofNumber(error ? 0.0 : static_cast<double>(utf16Length(text)));
    }
    return error;
}

template <class Node>
error_code readString(Node& node, JsonKeep& keep, Operand& result) {
    std::string_view text;
    if (const auto error = node.get_string().get(text)) {
        return error;
    }
    // The parser's own copy lasts only until its next document.
    char* const room = keep.texts.allocate(text.size());
    if (room == nullptr) {
        return simdjson::CAPACITY;
    }
    text.copy(room, text.size());
    result = Operand::ofText({room, text.size()});
    return simdjson::SUCCESS;
}

template <class Node>
error_code readNode(Node& node, JsonUse use, JsonKeep& keep, Operand& result) {
    ondemand::json_type type{};
    if (const auto error = node.type().get(type)) {
        return error;
    }
    if (use == JsonUse::Exists) {
        result = Operand::ofBoolean(true);
        return simdjson::SUCCESS;
    }
    if (use == JsonUse::Length) {
        return readLength(node, type, result);
    }
    if (type == ondemand::json_type::string) {
        return readString(node, keep, result);
    }
    if (type == ondemand::json_type::number) {
        double number = 0;
        const error_code error = node.get_double().get(number);
        result = error ? result : Operand::ofNumber(number);
        return error;
    }
    Value value;
    if (const auto error = Materialiser().make(node, 0, value)) {
        return error;
    }
    result = Operand::of(keep.values.emplace_back(std::move(value)));
    return simdjson::SUCCESS;
}

error_code readAll(ondemand::value value, Steps steps, JsonUse use, JsonKeep& keep, Operand& result) {
    std::vector<Value> items;
    Materialiser materialiser;
    auto collect = [&](ondemand::value& item) { return materialiser.make(item, 0, items.emplace_back()); };
    if (const auto error = visit(std::move(value), steps, collect)) {
        return error;
    }
    if (use == JsonUse::Length) {
        result = Operand::ofNumber(static_cast<double>(items.size()));
    } else if (use == JsonUse::Exists) {
        result = Operand::ofBoolean(true);
    } else {
        result = Operand::of(keep.values.emplace_back(Value::array(std::move(items))));
    }
    return simdjson::SUCCESS;
}

error_code readPath(ondemand::document& document, Steps steps, JsonUse use, JsonKeep& keep, Operand& result) {
    bool scalar = false;
    if (const auto error = document.is_scalar().get(scalar)) {
        return error;
    }
    if (scalar) {
        return steps.empty() ? readNode(document, use, keep, result) : simdjson::INCORRECT_TYPE;
    }
    ondemand::value root;
    if (const auto error = document.get_value().get(root)) {
        return error;
    }
    if (std::ranges::find(steps, JsonStep::Kind::Every, &JsonStep::kind) != steps.end()) {
        return readAll(std::move(root), steps, use, keep, result);
    }
    auto sink = [&](ondemand::value& value) { return readNode(value, use, keep, result); };
    return visit(std::move(root), steps, sink);
}

} // namespace

struct JsonReader::State {
    std::unique_ptr<ondemand::parser> parser = std::make_unique<ondemand::parser>(JsonReader::kMaxBytes);
    std::unique_ptr<char[]> buffer;
    std::size_t bufferSize = 0;
    ondemand::document document;
    std::uint64_t number = 0; // of the document's source

    error_code iterate(const Source& source) {
        if (source.number != 0 && source.number == number) {
            document.rewind();
            return simdjson::SUCCESS;
        }
        number = 0;
        std::string_view text = source.text;
        text.remove_prefix(text.starts_with("\xef\xbb\xbf") ? 3 : 0);
        const error_code error = iterate(text, source.padding);
        number = error ? 0 : source.number;
        return error;
    }

private:
    error_code iterate(std::string_view text, std::size_t padding) {
        const std::size_t needed = text.size() + simdjson::SIMDJSON_PADDING;
        if (padding >= simdjson::SIMDJSON_PADDING) {
            return parser->iterate(text.data(), text.size(), needed).get(document);
        }
        if (bufferSize < needed) {
            bufferSize = std::max<std::size_t>(2 * needed, 4096);
            buffer = std::make_unique<char[]>(bufferSize);
        }
        text.copy(buffer.get(), text.size());
        return parser->iterate(buffer.get(), text.size(), bufferSize).get(document);
    }
};

JsonReader::JsonReader()
    : m_state(std::make_unique<State>()) {}

JsonReader::~JsonReader() = default;

JsonOutcome JsonReader::read(const Source& source, const JsonPath& path, JsonUse use, JsonKeep keep,
                             Operand& result) {
    if (source.text.size() > kMaxBytes) {
        return JsonOutcome::TooLarge;
    }
    error_code error = m_state->iterate(source);
    if (!error) {
        error = readPath(m_state->document, path.steps(), use, keep, result);
    }
    if (!error) {
        return JsonOutcome::Found;
    }
    if (!isMissing(error) || !m_state->document.is_alive()) {
        m_state->number = 0; // a broken document cannot be read again from its start
    }
    return error == simdjson::CAPACITY ? JsonOutcome::TooLarge : JsonOutcome::Missing;
}

Value JsonReader::document(std::string_view text) {
    if (text.size() > kMaxBytes || m_state->iterate({text})) {
        return {};
    }
    ondemand::document& document = m_state->document;
    Value value;
    if (Materialiser().make(document, 0, value)) {
        return {};
    }
    // A scalar checks for itself that nothing follows it.
    const bool isScalar = value.kind() < Value::Kind::Array;
    return isScalar || document.current_location().error() == simdjson::OUT_OF_BOUNDS ? value : Value();
}

void JsonReader::shrink() {
    if (m_state->parser->capacity() > kKeptCapacity) {
        m_state = std::make_unique<State>();
    }
}

Value fromJson(std::string_view text) {
    return JsonReader().document(text);
}

} // namespace bw::expr
