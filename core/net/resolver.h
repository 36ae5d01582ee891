#pragma once

#include "core/base/result.h"
#include "core/net/address.h"
#include "core/net/net_error.h"
#include "core/net/reactor.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::net {

// All addresses of a name, IPv4 first, port 0.
using Addresses = std::vector<Address>;

// Asks name servers (c-ares), on a thread of its own; /etc/hosts counts. Shared by all workers. Thread-safe.
class Resolver {
public:
    using Answer = Result<Addresses, NetError>;
    using Callback = std::function<void(Answer)>;
    struct Asker;

    // A question that was asked. Destroying it on the reactor's thread makes sure that its callback is not
    // called any more; no query may outlive its reactor.
    class Query {
    public:
        Query() = default;
        Query(Query&&) noexcept = default;
        Query& operator=(Query&& other) noexcept;
        ~Query() { abandon(); }

    private:
        friend class Resolver;
        void abandon();

        std::shared_ptr<Asker> m_asker;
    };

    // Error: NoDescriptors, NoMemory, or Dns with c-ares's status.
    [[nodiscard]] static Result<std::unique_ptr<Resolver>, NetError> create();
    virtual ~Resolver() = default;

    // Numeric addresses and localhost need no server: answered here, without a query.
    [[nodiscard]] static std::optional<Addresses> resolveLocally(std::string_view host);

    // The callback is called on the reactor's thread.
    [[nodiscard]] Query resolve(const std::string& host, Reactor& reactor, Callback callback);

protected:
    struct Question {
        std::string host;
        std::shared_ptr<Asker> asker;
    };
    virtual void ask(Question question) = 0;
    static void deliver(const std::shared_ptr<Asker>& asker, Answer answer);
};

} // namespace bw::net
