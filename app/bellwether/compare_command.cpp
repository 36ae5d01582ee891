#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "core/base/duration_text.h"
#include "core/base/file.h"
#include "core/report/comparison_json.h"
#include "core/run/stored_comparison.h"
#include "ui/format/comparison_text.h"
#include "ui/format/error_text.h"
#include "ui/format/text_table.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/report/report_file.h"

#include <QCoreApplication>

#include <cstdio>

namespace bw::app {
namespace {

using namespace Qt::StringLiterals;

class CompareWords {
    Q_DECLARE_TR_FUNCTIONS(compare)
};

QString sideLine(const char* side, const std::vector<history::RunSummary>& runs) {
    QStringList texts;
    for (const history::RunSummary& run : runs) {
        QString text = QString::number(run.id.value) + u", "_s + format::wallTime(run.started);
        if (!run.build.empty()) {
            text += u", "_s + format::plain(run.build);
        }
        texts << text;
    }
    return QLatin1String(side) + u"  "_s + format::plain(runs.front().planName) + u": "_s +
           texts.join(u"; "_s);
}

QString table(const report::ComparisonModel& model) {
    std::vector<QStringList> rows{{QString(), CompareWords::tr("Figure"), u"A"_s, u"B"_s,
                                   CompareWords::tr("Change"), CompareWords::tr("95 % interval"),
                                   CompareWords::tr("Finding")}};
    for (const analysis::ComparedRow& row : format::inReadingOrder(model.comparison.rows)) {
        const bool isMeasured = row.finding != analysis::Finding::NotComparable;
        rows.push_back({format::subjectText(row.subject), format::statisticText(row.subject, row.statistic),
                        format::comparedValue(row.statistic, row.before),
                        format::comparedValue(row.statistic, row.after),
                        isMeasured ? format::effectText(row, row.effect) : u"–"_s,
                        isMeasured ? format::intervalText(row) : u"–"_s, format::findingText(row.finding)});
    }
    return format::inColumns(rows);
}

int exitCodeOf(report::Conclusion conclusion) {
    switch (conclusion) {
    case report::Conclusion::Worse:
        return static_cast<int>(ExitCode::Failed);
    case report::Conclusion::NotComparable:
    case report::Conclusion::NeedsMoreRuns:
        return static_cast<int>(ExitCode::Inconclusive);
    case report::Conclusion::Better:
    case report::Conclusion::NoDifference:
        break;
    }
    return static_cast<int>(ExitCode::Ok);
}

class CompareCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand(
            "compare", "Say what changed between runs that were kept, how much and how surely (exit code 99: "
                       "something got worse; 98: not comparable, or more runs are needed)");
        m_app->add_option("A", m_before, "Run before: its number, or several as 3,4,5")->required();
        m_app->add_option("B", m_after, "Run after, the same")->required();
        m_app->add_option("--from", m_from, "Only what happened after this run time, e.g. 30s");
        m_app->add_option("--to", m_to, "Only what happened before this run time");
        m_app->add_option("-o,--output", m_output,
                          "Also write a report that says it (FILE.html or FILE.pdf)");
        m_app->add_option("--history", m_file, "History file (default: in your data folder)");
        m_app->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        run::CompareRequest request;
        if (!canWrite() || !readWindow(request.window)) {
            return static_cast<int>(ExitCode::Usage);
        }
        const auto store = openHistory(m_file);
        if (!store) {
            return historyFailed(store.error());
        }
        if (!readSide(*store, m_before, request.before) || !readSide(*store, m_after, request.after)) {
            return static_cast<int>(ExitCode::Usage);
        }
        const auto model = run::compareRuns(*store, request);
        if (!model) {
            return historyFailed(model.error());
        }
        print(*model);
        if (!m_output.empty() && !writeReport(*model)) {
            return static_cast<int>(ExitCode::NotCarriedOut);
        }
        return exitCodeOf(report::conclusionOf(*model));
    }

private:
    [[nodiscard]] bool readWindow(history::Window& window) const {
        for (const auto& [text, seconds] :
             {std::pair(&m_from, &window.begin), std::pair(&m_to, &window.end)}) {
            if (text->empty()) {
                continue;
            }
            const auto duration = parseDuration(*text);
            if (!duration) {
                printError(CompareWords::tr("\"%1\" is not a duration; write 30s or 5m")
                               .arg(format::plain(*text))
                               .toStdString());
                return false;
            }
            *seconds = std::chrono::duration_cast<std::chrono::seconds>(*duration).count();
        }
        if (window.begin >= window.end) {
            printError(CompareWords::tr("--from lies behind --to").toStdString());
            return false;
        }
        return true;
    }

    [[nodiscard]] bool canWrite() const {
        const QString name = format::plain(m_output);
        if (m_output.empty() || ui_report::fileFormatOf(name)) {
            return true;
        }
        printError(CompareWords::tr("-o %1: the name must end in .html or .pdf").arg(name).toStdString());
        return false;
    }

    [[nodiscard]] bool writeReport(const report::ComparisonModel& model) const {
        const auto format = ui_report::fileFormatOf(format::plain(m_output));
        const auto written = writeFileAtomically(
            m_output, ui_report::comparisonFile(model, format.value_or(ui_report::FileFormat::Html)));
        if (!written) {
            printError(format::fileErrorText(written.error()).toStdString());
        }
        return written.has_value();
    }

    // "3,4,last"
    [[nodiscard]] static bool readSide(const history::HistoryStore& store, const std::string& text,
                                       std::vector<history::RunId>& runs) {
        for (const QString& one : QString::fromStdString(text).split(u',')) {
            const auto id = findRun(store, one.trimmed().toStdString());
            if (!id) {
                return false;
            }
            runs.push_back(*id);
        }
        return true;
    }

    void print(const report::ComparisonModel& model) const {
        if (m_format == "json") {
            std::fputs(report::comparisonJson(model).c_str(), stdout);
            return;
        }
        printLine(format::conclusionText(model));
        printLine(format::groundsText(model));
        for (const report::Obstacle& obstacle : model.obstacles) {
            printLine(u"! "_s + format::obstacleText(obstacle));
        }
        printLine({});
        printLine(sideLine("A", model.before));
        printLine(sideLine("B", model.after));
        printLine({});
        std::fputs(table(model).toUtf8().constData(), stdout);
    }

    CLI::App* m_app = nullptr;
    std::string m_before;
    std::string m_after;
    std::string m_from;
    std::string m_to;
    std::string m_file;
    std::string m_output;
    std::string m_format = "text";
};

} // namespace

std::unique_ptr<Command> makeCompareCommand() {
    return std::make_unique<CompareCommand>();
}

} // namespace bw::app
