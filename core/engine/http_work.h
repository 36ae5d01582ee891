#pragma once

#include "core/client/exchange.h"
#include "core/codec/http1_writer.h"
#include "core/codec/url.h"
#include "core/expr/context.h"
#include "core/metrics/tag_set.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bw::engine {

// What one step's requests have in common, as the last one left it: most go where it went, and say the same.
struct KnownRequest {
    std::string url; // what `parsed` was read from
    codec::Url parsed;
    client::KnownHead head;
};

// The memory of one request and its response: texts as they are rendered, the parsed URL, the exchange.
// Leased while an HTTP step runs and then used by the next one, so a warm worker allocates nothing.
struct HttpWork {
    std::string url;
    std::string body;
    std::string multipartType;
    codec::Url target;
    client::Exchange exchange;
    std::vector<codec::HeaderField> fields; // views into fieldText and the plan
    std::string fieldText;                  // rendered values, one behind the other
    std::vector<std::size_t> fieldEnds;     // of each value in fieldText
    std::string tagText;
    std::vector<metrics::TagView> tags;
};

// The works that are free. One per worker; not thread-safe.
class HttpWorkPool {
public:
    class Lease {
    public:
        Lease() = default;
        Lease(HttpWorkPool& pool, std::unique_ptr<HttpWork> work)
            : m_pool(&pool)
            , m_work(std::move(work)) {}
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&& other) noexcept {
            giveBack();
            m_pool = other.m_pool;
            m_work = std::move(other.m_work);
            return *this;
        }
        ~Lease() { giveBack(); }
        [[nodiscard]] HttpWork& operator*() const { return *m_work; }
        [[nodiscard]] HttpWork* operator->() const { return m_work.get(); }
        [[nodiscard]] explicit operator bool() const { return m_work != nullptr; }

    private:
        void giveBack() {
            if (m_work) {
                m_pool->m_free.push_back(std::move(m_work));
            }
        }
        HttpWorkPool* m_pool = nullptr;
        std::unique_ptr<HttpWork> m_work;
    };

    [[nodiscard]] Lease take() {
        if (m_free.empty()) {
            return {*this, std::make_unique<HttpWork>()};
        }
        std::unique_ptr<HttpWork> work = std::move(m_free.back());
        m_free.pop_back();
        return {*this, std::move(work)};
    }

private:
    std::vector<std::unique_ptr<HttpWork>> m_free;
};

// The response that expressions look at: the last one of a line of execution. Its numbers stay; its body and
// fields as long as the work that holds them is kept.
class LastResponse final : public expr::ResponseView {
public:
    [[nodiscard]] int status() const override { return m_status; }
    [[nodiscard]] double durationMs() const override { return m_durationMs; }
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] std::string_view body() const override;
    [[nodiscard]] std::size_t bodyPadding() const override;
    [[nodiscard]] std::string_view error() const override { return m_error; }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const override;

    // `error` lives as long as the program.
    void set(const client::Exchange& exchange, double durationMs, std::string_view error);
    // Takes the memory, so that body and fields can be read later.
    void keep(HttpWorkPool::Lease work) {
        m_kept = std::move(work);
        m_exchange = &m_kept->exchange;
    }
    // Body and fields are gone.
    void drop() {
        m_exchange = nullptr;
        m_kept = {};
    }
    [[nodiscard]] bool exists() const { return m_exists; }

private:
    bool m_exists = false;
    int m_status = 0;
    double m_durationMs = 0;
    std::uint64_t m_size = 0;
    std::string_view m_error;
    const client::Exchange* m_exchange = nullptr;
    HttpWorkPool::Lease m_kept;
};

} // namespace bw::engine
