#pragma once

#include "core/expr/json_reader.h"
#include "core/expr/value.h"

#include <simdjson.h>
#include <string_view>
#include <utility>
#include <vector>

namespace bw::expr {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

// Makes Values of what a document holds, within JsonReader's limits; beyond them the error is CAPACITY. A
// Node is an on-demand value or document.
class Materialiser {
public:
    template <class Node>
    error_code make(Node& node, int depth, Value& out) {
        if (m_left == 0 || depth > JsonReader::kMaxDepth) {
            return simdjson::CAPACITY;
        }
        --m_left;
        ondemand::json_type type{};
        if (const auto error = node.type().get(type)) {
            return error;
        }
        switch (type) {
        case ondemand::json_type::array:
            return makeArray(node, depth, out);
        case ondemand::json_type::object:
            return makeObject(node, depth, out);
        default:
            return makeScalar(node, type, out);
        }
    }

    template <class Node>
    static error_code makeScalar(Node& node, ondemand::json_type type, Value& out) {
        error_code error = simdjson::SUCCESS;
        if (type == ondemand::json_type::string) {
            std::string_view text;
            error = node.get_string().get(text);
            out = Value::string(error ? std::string_view() : text);
        } else if (type == ondemand::json_type::number) {
            double number = 0;
            error = node.get_double().get(number);
            out = Value::number(number);
        } else if (type == ondemand::json_type::boolean) {
            bool truth = false;
            error = node.get_bool().get(truth);
            out = Value::boolean(truth);
        } else {
            bool null = false;
            error = node.is_null().get(null);
            error = !error && !null ? simdjson::INCORRECT_TYPE : error;
            out = Value::null();
        }
        return error;
    }

private:
    template <class Node>
    error_code makeArray(Node& node, int depth, Value& out) {
        ondemand::array array;
        if (const auto error = node.get_array().get(array)) {
            return error;
        }
        std::vector<Value> items;
        for (auto element : array) {
            ondemand::value item;
            if (const auto error = element.get(item)) {
                return error;
            }
            if (const auto error = make(item, depth + 1, items.emplace_back())) {
                return error;
            }
        }
        out = Value::array(std::move(items));
        return simdjson::SUCCESS;
    }

    template <class Node>
    error_code makeObject(Node& node, int depth, Value& out) {
        ondemand::object object;
        if (const auto error = node.get_object().get(object)) {
            return error;
        }
        std::vector<Member> members;
        for (auto element : object) {
            ondemand::field field;
            if (const auto error = std::move(element).get(field)) {
                return error;
            }
            std::string_view name;
            if (const auto error = field.unescaped_key().get(name)) {
                return error;
            }
            Member& member = members.emplace_back(std::string(name));
            if (const auto error = make(field.value(), depth + 1, member.value)) {
                return error;
            }
        }
        out = Value::object(std::move(members));
        return simdjson::SUCCESS;
    }

    std::size_t m_left = JsonReader::kMaxValues;
};

} // namespace bw::expr
