#include "ui/charts/gauge_text.h"

#include "ui/format/limit_text.h"
#include "ui/format/verdict_text.h"

#include <QCoreApplication>

namespace bw::charts {
namespace {

class GaugeWords {
    Q_DECLARE_TR_FUNCTIONS(gauge)
};

QString withRoom(const verdict::LimitResult& limit, const QString& room) {
    if (!limit.value) {
        return limit.state == verdict::BudgetState::NotYet ? GaugeWords::tr("no samples yet")
                                                           : format::stateWord(limit.state);
    }
    const QString word = standingWord(standingOf(limit));
    return room.isEmpty() ? word : GaugeWords::tr("%1, %2").arg(word, room);
}

} // namespace

QString standingWord(Standing standing) {
    switch (standing) {
    case Standing::Good:
        return GaugeWords::tr("good");
    case Standing::Close:
        return GaugeWords::tr("close");
    case Standing::Over:
        return GaugeWords::tr("over");
    case Standing::Unknown:
        break;
    }
    return {};
}

QString trendWord(Trend trend) {
    switch (trend) {
    case Trend::Falling:
        return GaugeWords::tr("falling");
    case Trend::Steady:
        return GaugeWords::tr("steady");
    case Trend::Rising:
        return GaugeWords::tr("rising");
    case Trend::Unknown:
        break;
    }
    return {};
}

QString trendArrow(Trend trend) {
    switch (trend) {
    case Trend::Falling:
        return QStringLiteral("↘");
    case Trend::Steady:
        return QStringLiteral("→");
    case Trend::Rising:
        return QStringLiteral("↗");
    case Trend::Unknown:
        break;
    }
    return {};
}

QString standingText(const verdict::LimitResult& limit) {
    return withRoom(limit, format::headRoom(limit));
}

QString standingLabel(const verdict::LimitResult& limit) {
    return withRoom(limit, format::spareRoom(limit));
}

QString standingSentence(const verdict::LimitResult& limit) {
    if (limit.value) {
        return GaugeWords::tr("%1, limit %2: %3.")
            .arg(format::limitValueAgainst(limit), format::limitBound(limit), standingText(limit));
    }
    QString sentence = GaugeWords::tr("Limit %1: %2.").arg(format::limitBound(limit), standingText(limit)) +
                       u' ' + format::stateSentence(limit.state);
    if (limit.offered) {
        sentence +=
            u' ' +
            GaugeWords::tr("It offered %1 at the most.").arg(format::limitFigure(limit, *limit.offered));
    }
    return sentence;
}

theme::Ink inkOf(const verdict::LimitResult& limit) {
    switch (standingOf(limit)) {
    case Standing::Good:
        return theme::Ink::Good;
    case Standing::Close:
        return theme::Ink::Warning;
    case Standing::Over:
        return theme::Ink::Bad;
    case Standing::Unknown:
        break;
    }
    return limit.state == verdict::BudgetState::NoSamples ? theme::Ink::Warning : theme::Ink::Muted;
}

QString iconOf(const verdict::LimitResult& limit) {
    switch (standingOf(limit)) {
    case Standing::Good:
        return QStringLiteral("pass");
    case Standing::Close:
        return QStringLiteral("warning");
    case Standing::Over:
        return QStringLiteral("fail");
    case Standing::Unknown:
        break;
    }
    return QStringLiteral("inconclusive");
}

} // namespace bw::charts
