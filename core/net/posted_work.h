#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace bw::net {

// Work that other threads hand to a loop, with the descriptor that wakes it. add() on any thread, run() on
// the loop's.
class PostedWork {
public:
    PostedWork() = default;
    PostedWork(const PostedWork&) = delete;
    PostedWork& operator=(const PostedWork&) = delete;
    ~PostedWork();

    // errno; 0: it stands.
    [[nodiscard]] int open();
    // An eventfd, not blocking: readable when there is work.
    [[nodiscard]] int descriptor() const { return m_wake; }

    void add(std::function<void()> work);
    // In the order it was added. What is added meanwhile wakes the loop again.
    void run();

private:
    int m_wake = -1;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_posted; // guarded by m_mutex
    std::vector<std::function<void()>> m_running;
};

} // namespace bw::net
