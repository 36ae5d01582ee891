#include "core/run/sample_output.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace bw::run {
namespace {

constexpr std::size_t kWriteAt = 256 * 1024; // bytes gathered before they are written

std::unexpected<FileError> failure(const std::string& path) {
    const int error = errno;
    const auto kind = error == ENOENT   ? FileErrorKind::NotFound
                      : error == EACCES ? FileErrorKind::NotAllowed
                      : error == EISDIR ? FileErrorKind::NotAFile
                      : error == ENOSPC ? FileErrorKind::NoSpace
                                        : FileErrorKind::Failed;
    return std::unexpected(FileError{kind, path, error});
}

} // namespace

SampleFiles::~SampleFiles() {
    static_cast<void>(finish());
}

Result<void, FileError> SampleFiles::add(const std::string& path, std::unique_ptr<PointFormat> format) {
    std::FILE* file = path == "-" ? stdout : std::fopen(path.c_str(), "we");
    if (file == nullptr) {
        return failure(path);
    }
    m_sinks.push_back({file, path, std::move(format), {}, {}});
    return {};
}

void SampleFiles::start(std::vector<engine::PointQueue*> queues) {
    m_queues = std::move(queues);
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void SampleFiles::loop(const std::stop_token& stop) {
    for (Sink& sink : m_sinks) {
        sink.format->begin(sink.text);
    }
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        if (drain() == 0) {
            std::ranges::for_each(m_sinks, write);
            // Woken by stop only: the workers must not pay for a notification.
            wake.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
        }
    }
    while (drain() > 0) {
    }
    std::ranges::for_each(m_sinks, write);
}

std::size_t SampleFiles::drain() {
    constexpr std::size_t kBatch = 4096; // of one queue, before the next has its turn
    std::size_t taken = 0;
    for (engine::PointQueue* queue : m_queues) {
        for (std::size_t i = 0; i < kBatch; ++i) {
            const auto point = queue->take();
            if (!point) {
                break;
            }
            ++taken;
            for (Sink& sink : m_sinks) {
                sink.format->append(*point, sink.text);
                if (sink.text.size() >= kWriteAt) {
                    write(sink);
                }
            }
        }
    }
    m_outcome.written += taken;
    return taken;
}

void SampleFiles::write(Sink& sink) {
    if (!sink.error && !sink.text.empty() &&
        (std::fwrite(sink.text.data(), 1, sink.text.size(), sink.file) != sink.text.size() ||
         std::fflush(sink.file) != 0)) {
        sink.error = failure(sink.path).error();
    }
    sink.text.clear();
}

SampleFiles::Outcome SampleFiles::finish() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    for (Sink& sink : m_sinks) {
        if (sink.file != stdout && std::fclose(sink.file) != 0 && !sink.error) {
            sink.error = failure(sink.path).error();
        }
        if (sink.error) {
            m_outcome.errors.push_back(*sink.error);
        }
    }
    m_sinks.clear();
    for (const engine::PointQueue* queue : std::exchange(m_queues, {})) {
        m_outcome.dropped += queue->dropped();
    }
    return m_outcome;
}

} // namespace bw::run
