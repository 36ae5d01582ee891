#pragma once

namespace bw::bridge {
class RunSession;
}
namespace bw::live {
class RunView;
}

namespace bw::shell {

class Actions;

// What a person asks of a run while it goes, by the Run view or by actions, goes to its session. All three
// live as long as the window.
void connectSteering(const Actions& actions, live::RunView& view, bridge::RunSession& session);

} // namespace bw::shell
