#include "ui/live/verdict_strip.h"

#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/live/figure_tile.h"
#include "ui/live/generator_text.h"
#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::live {
namespace {

using theme::Ink;

struct Look {
    Ink ink;
    QString icon;
};

Look lookOf(verdict::Outcome outcome) {
    switch (outcome) {
    case verdict::Outcome::Fail:
        return {Ink::Bad, QStringLiteral("fail")};
    case verdict::Outcome::Inconclusive:
        return {Ink::Warning, QStringLiteral("inconclusive")};
    case verdict::Outcome::Pass:
        break;
    }
    return {Ink::Good, QStringLiteral("pass")};
}

// The P95 limit with the least head-room.
const bridge::GaugeReading* tightest(const bridge::RunPicture& picture) {
    const bridge::GaugeReading* found = nullptr;
    double most = -1;
    for (const bridge::GaugeReading& gauge : picture.gauges) {
        const verdict::LimitResult& limit = gauge.sinceStart;
        const bool isP95 = limit.kind == verdict::LimitKind::P95 && limit.value && limit.limit > 0;
        if (isP95 && *limit.value / limit.limit > most) {
            most = *limit.value / limit.limit;
            found = &gauge;
        }
    }
    return found;
}

// Runs of WebSocket sessions alone.
bool listens(const report::KeyFigures& figures) {
    return figures.requests == 0 && figures.sessions > 0;
}

} // namespace

VerdictStrip::VerdictStrip(Form form, QWidget* parent)
    : QWidget(parent)
    , m_verdict(new FigureTile(tr("Verdict"), this))
    , m_time(new FigureTile(tr("Time"), this))
    , m_vus(new FigureTile(tr("Virtual users"), this))
    , m_rate(new FigureTile(tr("Requests"), this))
    , m_errors(new FigureTile(tr("Errors"), this))
    , m_latency(new FigureTile(tr("P95 against its budget"), this))
    , m_generator(new FigureTile(tr("Generator"), this))
    , m_progress(new QProgressBar(this)) {
    setupLayout(form);
    clear();
}

void VerdictStrip::setupLayout(Form form) {
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(form == Form::Wall ? theme::kGrid : 3);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tiles = new QGridLayout;
    tiles->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    tiles->setHorizontalSpacing(3 * theme::kGrid);
    if (form == Form::Wall) {
        placeForWall(*tiles);
    } else {
        placeInRow(*tiles);
    }
    column->addLayout(tiles);
    column->addWidget(m_progress);
}

void VerdictStrip::placeInRow(QGridLayout& tiles) {
    // By what their notes usually need.
    const std::pair<FigureTile*, int> row[] = {{m_verdict, 13},  {m_time, 7},   {m_vus, 7},
                                               {m_rate, 6},      {m_errors, 6}, {m_latency, 11},
                                               {m_generator, 10}};
    int place = 0;
    for (const auto& [tile, stretch] : row) {
        tiles.addWidget(tile, 0, place);
        tiles.setColumnStretch(place, stretch);
        ++place;
    }
}

// In two rows there is room for type that carries across a room.
void VerdictStrip::placeForWall(QGridLayout& tiles) {
    tiles.setVerticalSpacing(theme::kGrid);
    tiles.addWidget(m_verdict, 0, 0, 1, 2);
    tiles.addWidget(m_time, 0, 2);
    tiles.addWidget(m_generator, 0, 3);
    int place = 0;
    for (FigureTile* tile : {m_rate, m_errors, m_latency, m_vus}) {
        tiles.addWidget(tile, 1, place);
        tiles.setColumnStretch(place, 1);
        tiles.setColumnMinimumWidth(place, 1);
        ++place;
    }
}

void VerdictStrip::clear() {
    m_moment = {};
    for (FigureTile* tile : {m_time, m_vus, m_rate, m_errors, m_latency, m_generator}) {
        tile->setFigure({}, {});
    }
    m_verdict->setFigure(tr("Not started"), {}, Ink::Muted);
    m_progress->setValue(0);
}

void VerdictStrip::setMoment(const bridge::RunMoment& moment) {
    m_moment = moment;
    showTime();
}

void VerdictStrip::setPicture(const bridge::RunPicture& picture) {
    showVerdict(picture);
    showVus(picture);
    showRate(picture);
    showErrors(picture);
    showLatency(picture);
    showGenerator(picture);
    if (!picture.isLive) {
        const QString started = format::wallTime(picture.model.run.started);
        const bool isWhole = picture.model.run.state == report::RunState::Finished;
        m_time->setFigure(format::duration(picture.model.run.duration),
                          isWhole ? started : tr("stopped early · %1").arg(started),
                          isWhole ? Ink::Text : Ink::Warning);
        m_progress->setValue(m_progress->maximum());
    }
}

void VerdictStrip::showVerdict(const bridge::RunPicture& picture) {
    const verdict::Verdict& verdict = picture.model.verdict;
    const auto [ink, icon] = lookOf(verdict.outcome);
    const QString sentence = format::verdictSentence(verdict);
    m_verdict->setToolTip(sentence);
    if (!picture.isLive) {
        m_verdict->setFigure(format::outcomeWord(verdict.outcome), sentence, ink, icon);
        return;
    }
    switch (verdict.outcome) {
    case verdict::Outcome::Pass:
        m_verdict->setFigure(tr("Good so far"), tr("All limits hold"), ink, icon);
        break;
    case verdict::Outcome::Fail:
        m_verdict->setFigure(tr("Failing"), format::reasonText(verdict.reasons.front(), verdict.evaluation),
                             ink, icon);
        break;
    case verdict::Outcome::Inconclusive:
        m_verdict->setFigure(tr("In doubt"), format::reasonText(verdict.reasons.front(), verdict.evaluation),
                             ink, icon);
        break;
    }
}

void VerdictStrip::showTime() {
    const auto whole = [](Duration time) {
        return format::duration(std::chrono::floor<std::chrono::seconds>(time));
    };
    const Duration left = m_moment.planned - m_moment.runTime;
    QString note;
    switch (m_moment.stage) {
    case bridge::RunStage::Preparing:
        note = tr("preparing");
        break;
    case bridge::RunStage::Setup:
        note = tr("setup");
        break;
    case bridge::RunStage::Load:
        note = m_moment.isPaused         ? tr("paused")
               : left > Duration::zero() ? tr("%1 left").arg(whole(left))
                                         : tr("iterations end");
        break;
    case bridge::RunStage::Teardown:
        note = tr("teardown");
        break;
    case bridge::RunStage::Ended:
        note = tr("ended");
        break;
    }
    m_time->setFigure(whole(m_moment.runTime), note);
    if (m_moment.planned > Duration::zero()) {
        const double done =
            static_cast<double>(m_moment.runTime.count()) / static_cast<double>(m_moment.planned.count());
        m_progress->setValue(static_cast<int>(std::clamp(done, 0.0, 1.0) * m_progress->maximum()));
    }
}

void VerdictStrip::showVus(const bridge::RunPicture& picture) {
    if (!picture.isLive) {
        m_vus->setFigure(format::count(picture.model.figures.vusHighest), tr("at the most"));
        return;
    }
    const QString now = format::count(static_cast<double>(m_moment.vus));
    const QString wanted = format::count(static_cast<double>(m_moment.wantedVus));
    const bool hasArrivals = std::ranges::any_of(m_moment.scenarios, &bridge::ScenarioMoment::isOpen);
    m_vus->setFigure(now, m_moment.wantedVus == 0 ? tr("as many as the rate needs")
                          : hasArrivals           ? tr("%1 wanted + for arrivals").arg(wanted)
                                                  : tr("of %1 wanted").arg(wanted));
}

void VerdictStrip::showRate(const bridge::RunPicture& picture) {
    const report::KeyFigures& figures = picture.model.figures;
    const bool onlyListens = listens(figures);
    m_rate->setLabel(onlyListens ? tr("Messages") : tr("Requests"));
    if (onlyListens) {
        const report::SecondRow* last =
            picture.isLive && !picture.model.seconds.empty() ? &picture.model.seconds.back() : nullptr;
        m_rate->setFigure(format::perSecond(last != nullptr ? last->messages : figures.messageRate),
                          last != nullptr
                              ? tr("%1 sessions open").arg(format::count(last->sessions.value_or(0)))
                              : tr("%1 sessions").arg(format::count(static_cast<double>(figures.sessions))));
        return;
    }
    const QString all = tr("%1 in all").arg(format::count(static_cast<double>(figures.requests)));
    const bool hasNow = picture.isLive && !picture.model.seconds.empty();
    m_rate->setFigure(format::perSecond(hasNow ? picture.model.seconds.back().requests : figures.requestRate),
                      all);
}

void VerdictStrip::showErrors(const bridge::RunPicture& picture) {
    const report::KeyFigures& figures = picture.model.figures;
    m_errors->setLabel(listens(figures) ? tr("Messages lost") : tr("Errors"));
    if (listens(figures)) {
        std::uint64_t refused = 0;
        for (const report::SessionRow& row : picture.model.sessions) {
            refused += row.refused;
        }
        m_errors->setFigure(format::count(static_cast<double>(figures.messagesLost)),
                            tr("%1 sessions refused").arg(format::count(static_cast<double>(refused))),
                            figures.messagesLost > 0 || refused > 0 ? Ink::Bad : Ink::Text);
        return;
    }
    if (figures.requests == 0) {
        m_errors->setFigure({}, tr("no samples"));
        return;
    }
    const QString note =
        figures.dropped > 0
            ? tr("%1 arrivals dropped").arg(format::count(static_cast<double>(figures.dropped)))
            : tr("%1 failed").arg(format::count(static_cast<double>(figures.failed)));
    m_errors->setFigure(format::percent(figures.failedShare()), note,
                        figures.failed > 0 ? Ink::Bad : Ink::Text);
}

void VerdictStrip::showLatency(const bridge::RunPicture& picture) {
    const report::KeyFigures& figures = picture.model.figures;
    m_latency->setLabel(listens(figures) ? tr("P95 of message latency") : tr("P95 against its budget"));
    if (const bridge::GaugeReading* gauge = tightest(picture)) {
        const bool fails = gauge->sinceStart.state == verdict::BudgetState::Fail;
        m_latency->setFigure(
            format::milliseconds(*gauge->sinceStart.value),
            tr("%1, %2").arg(format::subjectName(gauge->subject), format::spareRoom(gauge->sinceStart)),
            fails ? Ink::Bad : Ink::Text, fails ? QStringLiteral("fail") : QString());
        return;
    }
    if (listens(figures)) {
        const report::Times& times = figures.messageLatency;
        m_latency->setFigure(times.count > 0 ? format::milliseconds(times.percentiles.p95) : QString(),
                             times.count > 0 ? tr("all messages") : tr("no time in messages"));
        return;
    }
    const report::Latency& latency = figures.latency;
    m_latency->setFigure(latency.answered > 0 ? format::milliseconds(latency.service.p95) : QString(),
                         latency.answered > 0 ? tr("all requests, no budget") : tr("no samples"));
}

void VerdictStrip::showGenerator(const bridge::RunPicture& picture) {
    const bool isStrained = isGeneratorStrained(picture);
    m_generator->setFigure(generatorShare(picture), generatorNote(picture),
                           isStrained ? Ink::Warning : Ink::Text,
                           isStrained ? QStringLiteral("warning") : QString());
    m_generator->setToolTip(generatorDetails(picture));
}

void VerdictStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::tokens(palette()).raised);
}

} // namespace bw::live
