#include "core/expr/value.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <utility>

namespace bw::expr {

// The characters stand right behind the header, in one allocation.
struct Value::SharedText {
    std::atomic<std::uint32_t> references{1};
    std::size_t size = 0;
    char* characters() { return reinterpret_cast<char*>(this + 1); }
};

struct Value::SharedItems {
    std::atomic<std::uint32_t> references{1};
    std::vector<Value> items;
};

struct Value::SharedMembers {
    std::atomic<std::uint32_t> references{1};
    std::vector<Member> members;
};

namespace {

// True when the caller held the last reference. The order makes other threads' reads happen before the end.
bool dropReference(std::atomic<std::uint32_t>& references) {
    return references.fetch_sub(1, std::memory_order_acq_rel) == 1;
}

} // namespace

Value::Value(const Value& other)
    : m_kind(other.m_kind)
    , m_inlineLength(other.m_inlineLength) {
    std::memcpy(m_bytes, other.m_bytes, kInline);
    retain();
}

Value::Value(Value&& other) noexcept
    : m_kind(std::exchange(other.m_kind, Kind::Undefined))
    , m_inlineLength(std::exchange(other.m_inlineLength, std::uint8_t(0))) {
    std::memcpy(m_bytes, other.m_bytes, kInline);
}

Value& Value::operator=(const Value& other) {
    return *this = Value(other);
}

Value& Value::operator=(Value&& other) noexcept {
    // Swapped, so that assigning a part of oneself (an item of the array one is) is safe.
    std::swap(m_kind, other.m_kind);
    std::swap(m_inlineLength, other.m_inlineLength);
    char bytes[kInline];
    std::memcpy(bytes, m_bytes, kInline);
    std::memcpy(m_bytes, other.m_bytes, kInline);
    std::memcpy(other.m_bytes, bytes, kInline);
    return *this;
}

Value::~Value() {
    release();
}

void Value::retain() const {
    if (!isShared()) {
        return;
    }
    switch (m_kind) {
    case Kind::String:
        payload<SharedText*>()->references.fetch_add(1, std::memory_order_relaxed);
        break;
    case Kind::Array:
        payload<SharedItems*>()->references.fetch_add(1, std::memory_order_relaxed);
        break;
    default:
        payload<SharedMembers*>()->references.fetch_add(1, std::memory_order_relaxed);
        break;
    }
}

void Value::release() {
    if (!isShared()) {
        return;
    }
    switch (m_kind) {
    case Kind::String:
        if (auto* text = payload<SharedText*>(); dropReference(text->references)) {
            text->~SharedText();
            ::operator delete(text);
        }
        break;
    case Kind::Array:
        if (auto* items = payload<SharedItems*>(); dropReference(items->references)) {
            delete items;
        }
        break;
    default:
        if (auto* members = payload<SharedMembers*>(); dropReference(members->references)) {
            delete members;
        }
        break;
    }
}

Value Value::null() {
    Value value;
    value.m_kind = Kind::Null;
    return value;
}

Value Value::boolean(bool truth) {
    Value value;
    value.m_kind = Kind::Boolean;
    value.setPayload(truth);
    return value;
}

Value Value::number(double number) {
    Value value;
    value.m_kind = Kind::Number;
    value.setPayload(number);
    return value;
}

Value Value::string(std::string_view text) {
    Value value;
    value.m_kind = Kind::String;
    if (text.size() <= kInline) {
        value.m_inlineLength = static_cast<std::uint8_t>(text.size());
        std::copy(text.begin(), text.end(), value.m_bytes);
        return value;
    }
    auto* shared = new (::operator new(sizeof(SharedText) + text.size())) SharedText;
    shared->size = text.size();
    std::copy(text.begin(), text.end(), shared->characters());
    value.m_inlineLength = kShared;
    value.setPayload(shared);
    return value;
}

Value Value::array(std::vector<Value> items) {
    Value value;
    value.m_kind = Kind::Array;
    value.m_inlineLength = kShared;
    auto* shared = new SharedItems;
    shared->items = std::move(items);
    value.setPayload(shared);
    return value;
}

Value Value::object(std::vector<Member> members) {
    Value value;
    value.m_kind = Kind::Object;
    value.m_inlineLength = kShared;
    auto* shared = new SharedMembers;
    shared->members = std::move(members);
    value.setPayload(shared);
    return value;
}

std::string_view Value::asString() const {
    if (!isString()) {
        return {};
    }
    if (m_inlineLength != kShared) {
        return {m_bytes, m_inlineLength};
    }
    auto* text = payload<SharedText*>();
    return {text->characters(), text->size};
}

std::span<const Value> Value::items() const {
    return isArray() ? std::span<const Value>(payload<SharedItems*>()->items) : std::span<const Value>();
}

std::span<const Member> Value::members() const {
    return isObject() ? std::span<const Member>(payload<SharedMembers*>()->members)
                      : std::span<const Member>();
}

const Value* Value::find(std::string_view name) const {
    const auto all = members();
    const auto found = std::ranges::find(all, name, &Member::name);
    return found == all.end() ? nullptr : &found->value;
}

bool operator==(const Value& a, const Value& b) {
    if (a.m_kind != b.m_kind) {
        return false;
    }
    switch (a.m_kind) {
    case Value::Kind::Undefined:
    case Value::Kind::Null:
        return true;
    case Value::Kind::Boolean:
        return a.asBoolean() == b.asBoolean();
    case Value::Kind::Number:
        return a.asNumber() == b.asNumber();
    case Value::Kind::String:
        return a.asString() == b.asString();
    case Value::Kind::Array:
        return std::ranges::equal(a.items(), b.items());
    case Value::Kind::Object:
        return std::ranges::equal(a.members(), b.members());
    }
    return false;
}

} // namespace bw::expr
