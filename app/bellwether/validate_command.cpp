#include "app/bellwether/command.h"
#include "core/testplan/parse.h"
#include "core/testplan/plan_file.h"
#include "ui/format/problem_text.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace bw::app {
namespace {

class ValidateWords {
    Q_DECLARE_TR_FUNCTIONS(validate)
};

bool isError(const testplan::Problem& problem) {
    return problem.severity == testplan::Severity::Error;
}

void printText(const std::string& path, const testplan::ParseOutcome& outcome) {
    for (const testplan::Problem& problem : outcome.problems) {
        const QString text = format::problemText(problem);
        std::fprintf(stderr, "%s\n",
                     (isError(problem) ? ValidateWords::tr("error: %1") : ValidateWords::tr("warning: %1"))
                         .arg(text)
                         .toUtf8()
                         .constData());
    }
    const auto errors = std::ranges::count_if(outcome.problems, isError);
    const QString name = format::plain(path);
    const QString verdict = outcome.ok()
                                ? ValidateWords::tr("%1 is valid; scenarios: %2, flows: %3, thresholds: %4")
                                      .arg(name)
                                      .arg(outcome.plan->scenarios.size())
                                      .arg(outcome.plan->flows.size())
                                      .arg(outcome.plan->thresholds.size())
                                : ValidateWords::tr("%1 is not valid: errors: %2, warnings: %3")
                                      .arg(name)
                                      .arg(errors)
                                      .arg(static_cast<std::ptrdiff_t>(outcome.problems.size()) - errors);
    std::fprintf(outcome.ok() ? stdout : stderr, "%s\n", verdict.toUtf8().constData());
}

void printJson(const testplan::ParseOutcome& outcome) {
    QJsonArray problems;
    for (const testplan::Problem& problem : outcome.problems) {
        QJsonObject item{{QStringLiteral("severity"),
                          isError(problem) ? QStringLiteral("error") : QStringLiteral("warning")},
                         {QStringLiteral("place"), format::plain(problem.place)},
                         {QStringLiteral("text"), format::problemSentence(problem)}};
        if (problem.line > 0) {
            item.insert(QStringLiteral("line"), static_cast<qint64>(problem.line));
            item.insert(QStringLiteral("column"), static_cast<qint64>(problem.column));
        }
        if (!problem.suggestion.empty()) {
            item.insert(QStringLiteral("suggestion"), format::plain(problem.suggestion));
        }
        problems.append(item);
    }
    const QJsonObject document{{QStringLiteral("valid"), outcome.ok()},
                               {QStringLiteral("problems"), problems}};
    std::fputs(QJsonDocument(document).toJson().constData(), stdout);
}

class ValidateCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("validate", "Tell every problem of a plan, with its place");
        m_app->add_option("PLAN", m_plan, "The plan file (*.plan.json)")->required();
        m_app->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        const testplan::ParseOutcome outcome = testplan::loadPlan(m_plan, {resourcesFolder() + "/budgets"});
        if (m_format == "json") {
            printJson(outcome);
        } else {
            printText(m_plan, outcome);
        }
        return static_cast<int>(outcome.ok() ? ExitCode::Ok : ExitCode::Usage);
    }

private:
    CLI::App* m_app = nullptr;
    std::string m_plan;
    std::string m_format = "text";
};

} // namespace

std::unique_ptr<Command> makeValidateCommand() {
    return std::make_unique<ValidateCommand>();
}

} // namespace bw::app
