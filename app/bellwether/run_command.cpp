#include "app/bellwether/command.h"
#include "app/bellwether/run_options.h"
#include "app/bellwether/run_session.h"

namespace bw::app {
namespace {

class RunCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("run", "Run a plan, judge it, keep it in the history");
        m_options.addTo(*m_app);
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        auto request = m_options.request();
        if (!request) {
            printError(request.error());
            return static_cast<int>(ExitCode::Usage);
        }
        return runPlan(*request, m_options.output());
    }

private:
    CLI::App* m_app = nullptr;
    RunOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeRunCommand() {
    return std::make_unique<RunCommand>();
}

} // namespace bw::app
