#pragma once

#include <QMetaObject>

#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

// From a thread that works to the session on the user's thread that began it.
namespace bw::bridge {

// Calls on the session's thread, unless it has begun something else meanwhile. The session outlives the
// calling thread: it joins it.
template <class Session, class Call>
void postTo(Session& session, std::uint64_t generation, Call call) {
    QMetaObject::invokeMethod(
        &session,
        [&session, generation, call = std::move(call)] {
            if (session.generation() == generation) {
                call(session);
            }
        },
        Qt::QueuedConnection);
}

// The newest of a kind that nobody has taken yet, so that a slow window never lags behind.
template <class Value>
class Latest {
public:
    // True: nothing waited, so that somebody is to be told.
    [[nodiscard]] bool put(Value value) {
        const std::lock_guard lock(m_mutex);
        const bool isFirst = !m_value;
        m_value = std::move(value);
        return isFirst;
    }
    // Precondition: something waits.
    [[nodiscard]] Value take() {
        const std::lock_guard lock(m_mutex);
        Value value = *std::move(m_value);
        m_value.reset();
        return value;
    }

private:
    std::mutex m_mutex;
    std::optional<Value> m_value;
};

} // namespace bw::bridge
