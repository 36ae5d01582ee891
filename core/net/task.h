#pragma once

#include "core/base/block_lists.h"

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace bw::net {

template <class T>
class Task;

namespace detail {

// What all promises share. A task runs inside its awaiter until it first suspends; when it ends by then, the
// awaiter never suspends at all. So a loop over tasks that end at once needs no stack, optimised or not.
class PromiseBase {
public:
    static void* operator new(std::size_t size) { return BlockLists::take(size); }
    static void operator delete(void* block, std::size_t size) noexcept { BlockLists::give(block, size); }

    std::suspend_always initial_suspend() noexcept { return {}; }

    struct FinalAwaiter {
        bool await_ready() noexcept { return false; }
        template <class Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) noexcept {
            PromiseBase& promise = ended.promise();
            promise.m_ended = true;
            return promise.m_continuation ? promise.m_continuation : std::noop_coroutine();
        }
        void await_resume() noexcept {}
    };
    FinalAwaiter final_suspend() noexcept { return {}; }

    // No exception crosses the load path; one that does is a bug of ours.
    void unhandled_exception() noexcept { std::terminate(); }

    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void continueWith(std::coroutine_handle<> continuation) { m_continuation = continuation; }

private:
    std::coroutine_handle<> m_continuation;
    bool m_ended = false;
};

template <class T>
class Promise final : public PromiseBase {
public:
    Task<T> get_return_object();
    template <class U>
    void return_value(U&& value) {
        m_value.emplace(std::forward<U>(value));
    }
    T take() { return std::move(*m_value); }

private:
    std::optional<T> m_value;
};

template <>
class Promise<void> final : public PromiseBase {
public:
    Task<void> get_return_object();
    void return_void() {}
    void take() {}
};

} // namespace detail

// A coroutine that starts when it is awaited, on the thread and the stack of its awaiter. Owns its frame:
// destroying a suspended task destroys everything it waits for, whose destructors give back what they hold.
// That is how virtual users are cut off. Not thread-safe: made, resumed and destroyed by one thread.
template <class T = void>
class [[nodiscard]] Task {
public:
    using promise_type = detail::Promise<T>;

    Task() = default;
    Task(Task&& other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Task& operator=(Task&& other) noexcept {
        if (this != &other) {
            destroy();
            m_handle = std::exchange(other.m_handle, nullptr);
        }
        return *this;
    }
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    ~Task() { destroy(); }

    class Awaiter {
    public:
        explicit Awaiter(std::coroutine_handle<promise_type> handle)
            : m_handle(handle) {}
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        bool await_suspend(std::coroutine_handle<> awaiting) {
            m_handle.resume();
            if (m_handle.promise().hasEnded()) {
                return false;
            }
            m_handle.promise().continueWith(awaiting);
            return true;
        }
        T await_resume() { return m_handle.promise().take(); }

    private:
        std::coroutine_handle<promise_type> m_handle;
    };

    // Awaited once, while the task lives.
    Awaiter operator co_await() const& noexcept { return Awaiter(m_handle); }
    Awaiter operator co_await() && noexcept { return Awaiter(m_handle); }

    [[nodiscard]] explicit operator bool() const { return m_handle != nullptr; }

private:
    friend promise_type;
    explicit Task(std::coroutine_handle<promise_type> handle)
        : m_handle(handle) {}

    void destroy() {
        if (m_handle) {
            std::exchange(m_handle, nullptr).destroy();
        }
    }

    std::coroutine_handle<promise_type> m_handle;
};

template <class T>
Task<T> detail::Promise<T>::get_return_object() {
    return Task<T>(std::coroutine_handle<Promise>::from_promise(*this));
}

inline Task<void> detail::Promise<void>::get_return_object() {
    return Task<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

// Runs a task from ordinary code. Owns it: destroying the runner, or reset(), cuts the task off.
class TaskRunner {
public:
    // Starts the task; it may end before this returns, then hasEnded() is true and `onEnd` was not called.
    // Otherwise `onEnd(context)` is called when it ends; it may start the runner anew, or destroy it.
    // Precondition: nothing runs.
    void start(Task<void> task, void (*onEnd)(void*), void* context) {
        m_onEnd = onEnd;
        m_context = context;
        m_inside = true;
        m_ended = false;
        m_root = run(this, std::move(task));
        m_root.handle.resume();
        m_inside = false;
    }

    [[nodiscard]] bool hasEnded() const { return m_ended; }

    void reset() {
        m_root = {};
        m_ended = true;
    }

private:
    struct Root {
        struct promise_type {
            static void* operator new(std::size_t size) { return BlockLists::take(size); }
            static void operator delete(void* block, std::size_t size) noexcept {
                BlockLists::give(block, size);
            }
            Root get_return_object() {
                return Root(std::coroutine_handle<promise_type>::from_promise(*this));
            }
            std::suspend_always initial_suspend() noexcept { return {}; }
            // Suspends behind the last statement and tells; the frame is destroyed by whoever owns the
            // runner.
            struct Tell {
                bool await_ready() noexcept { return false; }
                void await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
                    TaskRunner& runner = *ended.promise().owner;
                    runner.m_ended = true;
                    if (!runner.m_inside) {
                        runner.m_onEnd(runner.m_context);
                    }
                }
                void await_resume() noexcept {}
            };
            Tell final_suspend() noexcept { return {}; }
            void return_void() {}
            void unhandled_exception() noexcept { std::terminate(); }
            promise_type(TaskRunner* starter, Task<void>&)
                : owner(starter) {}
            TaskRunner* owner;
        };

        Root() = default;
        explicit Root(std::coroutine_handle<promise_type> h)
            : handle(h) {}
        Root(Root&& other) noexcept
            : handle(std::exchange(other.handle, nullptr)) {}
        Root& operator=(Root&& other) noexcept {
            auto old = std::exchange(handle, std::exchange(other.handle, nullptr));
            if (old) {
                old.destroy();
            }
            return *this;
        }
        ~Root() {
            if (handle) {
                handle.destroy();
            }
        }
        std::coroutine_handle<promise_type> handle;
    };

    static Root run(TaskRunner* /*owner: reaches the promise*/, Task<void> task) { co_await std::move(task); }

    Root m_root;
    void (*m_onEnd)(void*) = nullptr;
    void* m_context = nullptr;
    bool m_inside = false;
    bool m_ended = true;
};

// A place where one coroutine waits until somebody gives the value. Reusable after each resume; gives no
// memory away. Destroying the waiting coroutine is safe: the waiter is forgotten.
template <class T>
class OneShot {
public:
    OneShot() = default;
    OneShot(const OneShot&) = delete;
    OneShot& operator=(const OneShot&) = delete;

    // Resumes the waiter, if there is one, inside this call; otherwise keeps the value for it.
    void give(T value) {
        m_value.emplace(std::move(value));
        if (m_waiter) {
            std::exchange(m_waiter, nullptr).resume();
        }
    }

    [[nodiscard]] bool isAwaited() const { return m_waiter != nullptr; }
    void forget() { m_value.reset(); }

    class Awaiter {
    public:
        explicit Awaiter(OneShot& place)
            : m_place(place) {}
        Awaiter(const Awaiter&) = delete;
        Awaiter& operator=(const Awaiter&) = delete;
        ~Awaiter() { m_place.m_waiter = nullptr; }
        [[nodiscard]] bool await_ready() const { return m_place.m_value.has_value(); }
        void await_suspend(std::coroutine_handle<> waiter) { m_place.m_waiter = waiter; }
        T await_resume() {
            T value = std::move(*m_place.m_value);
            m_place.m_value.reset();
            return value;
        }

    private:
        OneShot& m_place;
    };

    Awaiter operator co_await() { return Awaiter(*this); }

private:
    std::optional<T> m_value;
    std::coroutine_handle<> m_waiter;
};

} // namespace bw::net
