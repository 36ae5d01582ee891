#pragma once

#include "core/run/run_command.h"

#include <mutex>
#include <utility>
#include <vector>

namespace bw::run {

// Commands on their way to the controller. Any thread.
class CommandQueue {
public:
    struct Waiting {
        RunCommand command;
        OnCommandDone onDone;

        void answer(CommandResult result) const {
            if (onDone) {
                onDone(result);
            }
        }
    };

    void put(RunCommand command, OnCommandDone onDone) {
        Waiting waiting{std::move(command), std::move(onDone)};
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isClosed) {
                m_waiting.push_back(std::move(waiting));
                return;
            }
        }
        waiting.answer(CommandResult::NoLoad);
    }
    [[nodiscard]] std::vector<Waiting> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_waiting, {});
    }
    // Nobody takes any more: what waits and what comes is answered so.
    void close() {
        std::vector<Waiting> left;
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = true;
            left = std::exchange(m_waiting, {});
        }
        for (const Waiting& waiting : left) {
            waiting.answer(CommandResult::NoLoad);
        }
    }

private:
    std::mutex m_mutex;
    std::vector<Waiting> m_waiting; // guarded
    bool m_isClosed = false;        // guarded
};

} // namespace bw::run
