#include "app/bellwether/run_progress.h"

#include "core/run/event_log.h"
#include "ui/format/event_text.h"
#include "ui/format/mark_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace bw::app {
namespace {

constexpr Duration kPlainEvery = std::chrono::seconds(5);

class ProgressWords {
    Q_DECLARE_TR_FUNCTIONS(progress)
};

QString clockText(Duration time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).count();
    return QStringLiteral("%1:%2")
        .arg(seconds / 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString bar(double done, int width) {
    const int full = static_cast<int>(done * width + 0.5);
    return QLatin1Char('[') + QString(full, QLatin1Char('=')) + QString(width - full, QLatin1Char(' ')) +
           QLatin1Char(']');
}

QString headline(const run::Progress& progress) {
    if (progress.stage == engine::EngineStage::Setup) {
        return ProgressWords::tr("setup");
    }
    if (progress.stage == engine::EngineStage::Teardown) {
        return ProgressWords::tr("teardown");
    }
    const metrics::Snapshot& now = progress.snapshot;
    if (progress.isPaused) {
        return ProgressWords::tr("%1 / %2   paused, %3 VUs end their iterations")
            .arg(clockText(now.runTime), clockText(progress.planned))
            .arg(now.total.activeVus);
    }
    if (now.sessionsOpen > 0 && now.requests == 0) { // they only listen
        return ProgressWords::tr("%1 / %2   %3 VUs   %4 sessions   %5 received   %6 iterations, %7 dropped")
            .arg(clockText(now.runTime), clockText(progress.planned))
            .arg(now.total.activeVus)
            .arg(format::exactCount(static_cast<std::uint64_t>(now.sessionsOpen)),
                 format::bytes(static_cast<double>(now.bytesReceived)),
                 format::exactCount(static_cast<std::uint64_t>(now.total.iterationsDone)),
                 format::exactCount(static_cast<std::uint64_t>(now.total.iterationsDropped)));
    }
    return ProgressWords::tr("%1 / %2   %3 VUs   %4 requests   %5 failed   %6 iterations, %7 dropped")
        .arg(clockText(now.runTime), clockText(progress.planned))
        .arg(now.total.activeVus)
        .arg(format::exactCount(static_cast<std::uint64_t>(now.requests)),
             format::exactCount(static_cast<std::uint64_t>(now.requestsFailed)),
             format::exactCount(static_cast<std::uint64_t>(now.total.iterationsDone)),
             format::exactCount(static_cast<std::uint64_t>(now.total.iterationsDropped)));
}

QString scenarioLine(const run::ScenarioProgress& scenario, const metrics::ScenarioSnapshot& now) {
    QString load;
    if (!scenario.hasBegun) {
        load = ProgressWords::tr("waiting");
    } else if (scenario.wantedRate > 0) {
        load = ProgressWords::tr("%1 VUs, %2 wanted")
                   .arg(now.activeVus)
                   .arg(format::perSecond(scenario.wantedRate));
    } else {
        load = ProgressWords::tr("%1 of %2 VUs")
                   .arg(now.activeVus)
                   .arg(scenario.wantedVus > 0 ? scenario.wantedVus : scenario.maxVus);
    }
    return QStringLiteral("%1 %2 %3 %  %4")
        .arg(format::plain(scenario.name), -18)
        .arg(bar(scenario.done, 24))
        .arg(static_cast<int>(scenario.done * 100), 3)
        .arg(load);
}

} // namespace

RunProgress::RunProgress(RunOutput::Voice voice)
    : m_voice(voice)
    , m_isTerminal(::isatty(STDERR_FILENO) == 1) {
    winsize size{};
    if (m_isTerminal && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) {
        m_columns = size.ws_col;
    }
}

RunProgress::~RunProgress() {
    clear();
}

void RunProgress::clear() {
    if (m_drawn > 0) {
        std::fprintf(stderr, "\033[%zuA\033[J", m_drawn);
        std::fflush(stderr);
        m_drawn = 0;
    }
}

void RunProgress::say(const std::string& line) {
    clear();
    std::fprintf(stderr, "%s\n", line.c_str());
}

std::vector<std::string> RunProgress::lines(const run::Progress& progress) const {
    std::vector<std::string> lines = {headline(progress).toStdString()};
    if (progress.stage != engine::EngineStage::Load) {
        return lines;
    }
    for (std::size_t i = 0; i < progress.scenarios.size(); ++i) {
        lines.push_back(scenarioLine(progress.scenarios[i], progress.snapshot.scenarios[i])
                            .left(m_columns - 1)
                            .toStdString());
    }
    return lines;
}

void RunProgress::onProgress(const run::Progress& progress) {
    if (m_voice == RunOutput::Voice::Quiet) {
        return;
    }
    if (!m_isTerminal) {
        if (progress.snapshot.runTime >= m_nextLine) {
            m_nextLine = progress.snapshot.runTime - progress.snapshot.runTime % kPlainEvery + kPlainEvery;
            say(headline(progress).toStdString());
        }
        return;
    }
    const std::vector<std::string> drawn = lines(progress);
    std::string text = m_drawn > 0 ? "\033[" + std::to_string(m_drawn) + "A\033[J" : std::string();
    for (const std::string& line : drawn) {
        text += line + '\n';
    }
    m_drawn = drawn.size();
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

void RunProgress::onMark(const history::MarkRecord& mark) {
    if (m_voice != RunOutput::Voice::Quiet) {
        say(ProgressWords::tr("%1: %2").arg(clockText(mark.at), format::markText(mark)).toStdString());
    }
}

void RunProgress::onEvent(const engine::Event& event) {
    const std::string text = format::eventText(event).toStdString();
    if (std::holds_alternative<engine::DebugExchange>(event.what)) {
        say(text);
        return;
    }
    const bool isWarning = run::recordOf(event).level >= history::LogLevel::Warning;
    if (isWarning) {
        m_warnings.push_back(text);
    }
    if (m_voice == RunOutput::Voice::Normal && !isWarning) {
        say(text);
    } else if (m_voice == RunOutput::Voice::Normal) {
        say(ProgressWords::tr("warning: %1").arg(QString::fromStdString(text)).toStdString());
    }
}

void RunProgress::onHistoryState(history::WriterState state) {
    const QString text = format::historyStateText(state);
    if (state != history::WriterState::Writing) {
        m_warnings.push_back(text.toStdString());
    }
    say(ProgressWords::tr("warning: %1").arg(text).toStdString());
}

} // namespace bw::app
