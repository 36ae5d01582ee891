#include "ui/designer/load/generator_memory.h"

#include "core/testplan/step_walk.h"

#include <algorithm>
#include <string_view>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr double kProcess = 15.5e6;
constexpr double kPlainUser = 2.34e3;
constexpr double kTlsUser = 23.45e3;
constexpr double kHttp2User = 52.62e3;
constexpr double kSession = 6.1e3;

bool isEncrypted(std::string_view text) {
    return text.starts_with("https:") || text.starts_with("wss:");
}

bool isEncrypted(const Step& step) {
    if (const auto* http = std::get_if<HttpStep>(&step.kind)) {
        return isEncrypted(http->url);
    }
    const auto* session = std::get_if<WebSocketStep>(&step.kind);
    return session != nullptr && isEncrypted(session->url);
}

} // namespace

double generatorBytes(const TestPlan& plan, double vus) {
    bool usesTls = std::ranges::any_of(
        plan.variables, [](const Variable& variable) { return isEncrypted(variable.value.text); });
    bool hasSessions = false;
    forEachStep(plan, [&](const Step& step) {
        usesTls = usesTls || isEncrypted(step);
        hasSessions = hasSessions || std::holds_alternative<WebSocketStep>(step.kind);
    });
    const bool isHttp2 = plan.defaults.http.version == HttpVersion::Http2;
    const double user = isHttp2 ? kHttp2User : usesTls ? kTlsUser : kPlainUser;
    return kProcess + vus * (user + (hasSessions ? kSession : 0));
}

} // namespace bw::designer
