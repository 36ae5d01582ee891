#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

struct Member;

// One value of the expression language: undefined, null, boolean, number (a double), string, array or object.
// Immutable, 16 bytes; strings of up to 14 bytes live inside, everything longer is shared by its copies, so a
// copy never allocates. Copies may be used on different threads, one and the same Value object may not.
class Value {
public:
    enum class Kind : std::uint8_t { Undefined, Null, Boolean, Number, String, Array, Object };

    // Undefined: what is missing.
    Value() = default;
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();

    [[nodiscard]] static Value null();
    [[nodiscard]] static Value boolean(bool truth);
    [[nodiscard]] static Value number(double number);
    [[nodiscard]] static Value string(std::string_view text);
    [[nodiscard]] static Value array(std::vector<Value> items);
    // Members keep their order. A name that stands twice is kept twice; find() gives the first.
    [[nodiscard]] static Value object(std::vector<Member> members);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isUndefined() const { return m_kind == Kind::Undefined; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isBoolean() const { return m_kind == Kind::Boolean; }
    [[nodiscard]] bool isNumber() const { return m_kind == Kind::Number; }
    [[nodiscard]] bool isString() const { return m_kind == Kind::String; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }

    // Each belongs to its kind; of any other kind they give false, 0, "" or nothing. Views live as long as
    // this very Value (not a copy of it) does.
    [[nodiscard]] bool asBoolean() const { return isBoolean() && payload<bool>(); }
    [[nodiscard]] double asNumber() const { return isNumber() ? payload<double>() : 0.0; }
    [[nodiscard]] std::string_view asString() const;
    [[nodiscard]] std::span<const Value> items() const;
    [[nodiscard]] std::span<const Member> members() const;
    // The member's value, or null when this is no object or has none of that name.
    [[nodiscard]] const Value* find(std::string_view name) const;

    // Same kind and same content; NaN equals nothing. Unlike the language's ==, undefined equals undefined.
    friend bool operator==(const Value& a, const Value& b);

private:
    struct SharedText;
    struct SharedItems;
    struct SharedMembers;
    static constexpr std::uint8_t kShared = 0xff; // m_inlineLength of a string that is not inside
    static constexpr std::size_t kInline = 14;

    template <class T>
    [[nodiscard]] T payload() const {
        T value;
        std::memcpy(&value, m_bytes + 6, sizeof value);
        return value;
    }
    template <class T>
    void setPayload(T value) {
        std::memcpy(m_bytes + 6, &value, sizeof value);
    }
    [[nodiscard]] bool isShared() const { return m_kind >= Kind::String && m_inlineLength == kShared; }
    void retain() const;
    void release();

    alignas(8) Kind m_kind = Kind::Undefined;
    std::uint8_t m_inlineLength = 0;
    char m_bytes[kInline] = {}; // an inline string, or from byte 6 on (8 in the object) the payload
};

struct Member {
    std::string name;
    Value value;
    friend bool operator==(const Member&, const Member&) = default;
};

} // namespace bw::expr
