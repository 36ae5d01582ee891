#include "ui/format/limit_text.h"

#include "ui/format/words.h"

#include <cmath>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using testplan::Aggregation;
using verdict::LimitKind;

constexpr int kMostDigits = 9;

QString thresholdFigure(const verdict::ThresholdResult& threshold, double figure, int digits) {
    const bool isRate = threshold.expression.method == Aggregation::Rate;
    switch (threshold.type) {
    case metrics::MetricType::Rate:
        return percent(figure, digits);
    case metrics::MetricType::Counter:
        if (threshold.kind == metrics::MetricKind::Data) {
            return isRate ? bytesPerSecond(figure, digits) : bytes(figure, digits);
        }
        return isRate ? perSecond(figure, digits) : count(figure, digits);
    case metrics::MetricType::Gauge:
    case metrics::MetricType::Trend:
        break;
    }
    switch (threshold.kind) {
    case metrics::MetricKind::Time:
        return milliseconds(figure, digits);
    case metrics::MetricKind::Data:
        return bytes(figure, digits);
    case metrics::MetricKind::Default:
        break;
    }
    return number(figure, digits);
}

// Two or three digits; what is short of the whole does not become the whole.
QString shareText(double share) {
    const QString unit = QString(QChar(kThinSpace)) + u'%';
    if (share > 0.9994 && share < 1) {
        return u"> 99.9"_s + unit;
    }
    const bool isNearlyAll = share > 0.99 && share < 1;
    const int decimals = isNearlyAll ? 1 : share >= 0.1 ? 0 : share >= 0.01 ? 1 : 2;
    return QString::number(share * 100, 'f', decimals) + unit;
}

// More digits until the two differ in print, for "10 ms is not below 10 ms" helps nobody.
template <class Figure>
QString tellApart(double value, double other, Figure&& text) {
    int digits = kDigits;
    while (digits < kMostDigits && value != other && text(value, digits) == text(other, digits)) {
        ++digits;
    }
    return text(value, digits);
}

constexpr double kAtTheLimit = 0.0005;
constexpr double kTimesFrom = 1; // from here on beyond, how many times says more than how many per cent

// How far the value is from its limit, as a share of the limit; nothing where that says nothing.
std::optional<double> distanceOf(const verdict::LimitResult& limit) {
    if (!limit.value || limit.limit == 0 || !std::isfinite(*limit.value) || !std::isfinite(limit.limit)) {
        return std::nullopt;
    }
    return std::abs(*limit.value - limit.limit) / std::abs(limit.limit);
}

bool isLowerBound(const verdict::LimitResult& limit) {
    return limit.op == testplan::Comparison::Greater || limit.op == testplan::Comparison::GreaterOrEqual;
}

} // namespace

QString subjectName(std::string_view subject) {
    constexpr std::string_view prefix = "name:";
    const bool onlyName = subject.starts_with(prefix) && subject.find(',') == std::string_view::npos;
    return plain(onlyName ? subject.substr(prefix.size()) : subject);
}

QString limitName(const verdict::LimitResult& limit) {
    switch (limit.kind) {
    case LimitKind::P50:
        return u"P50"_s;
    case LimitKind::P95:
        return u"P95"_s;
    case LimitKind::P99:
        return u"P99"_s;
    case LimitKind::ErrorRate:
        return Words::tr("error rate");
    case LimitKind::Throughput:
        return Words::tr("throughput");
    case LimitKind::Within:
        return Words::tr("share within %1").arg(duration(limit.time));
    case LimitKind::MetricRate:
        return Words::tr("rate");
    case LimitKind::Cpu:
        return Words::tr("processor");
    case LimitKind::Memory:
        return Words::tr("memory");
    }
    return {};
}

QString limitFigure(const verdict::LimitResult& limit, double figure, int digits) {
    switch (limit.kind) {
    case LimitKind::P50:
    case LimitKind::P95:
    case LimitKind::P99:
        return milliseconds(figure, digits);
    case LimitKind::ErrorRate:
    case LimitKind::Within:
    case LimitKind::Cpu: // of one core
        return percent(figure, digits);
    case LimitKind::Throughput:
    case LimitKind::MetricRate:
        return perSecond(figure, digits);
    case LimitKind::Memory:
        return bytes(figure, digits);
    }
    return {};
}

QString limitBound(const verdict::LimitResult& limit) {
    return comparisonSign(limit.op) + kThinSpace + limitFigure(limit, limit.limit);
}

QString limitValueAgainst(const verdict::LimitResult& limit) {
    if (!limit.value) {
        return u"–"_s;
    }
    return tellApart(*limit.value, limit.limit,
                     [&](double figure, int digits) { return limitFigure(limit, figure, digits); });
}

QString headRoom(const verdict::LimitResult& limit) {
    const std::optional<double> share = distanceOf(limit);
    if (!share) {
        return {};
    }
    if (*share < kAtTheLimit) {
        return Words::tr("at the limit");
    }
    const QString figure = shareText(*share);
    const bool more = *limit.value > limit.limit;
    if (isLowerBound(limit)) {
        return more ? Words::tr("%1 more than needed").arg(figure) : Words::tr("%1 too little").arg(figure);
    }
    if (more && *share >= kTimesFrom) {
        return Words::tr("%1 times the limit").arg(number(1 + *share, 2));
    }
    return more ? Words::tr("%1 over the limit").arg(figure) : Words::tr("%1 below the limit").arg(figure);
}

QString spareRoom(const verdict::LimitResult& limit) {
    const std::optional<double> share = distanceOf(limit);
    if (!share) {
        return {};
    }
    if (*share < kAtTheLimit) {
        return Words::tr("at the limit");
    }
    const bool more = *limit.value > limit.limit;
    const bool isGood = more == isLowerBound(limit);
    if (more && !isGood && *share >= kTimesFrom) {
        return Words::tr("%1 times the limit").arg(number(1 + *share, 2));
    }
    return (isGood ? Words::tr("%1 to spare") : Words::tr("%1 beyond")).arg(shareText(*share));
}

QString thresholdValue(const verdict::ThresholdResult& threshold) {
    return threshold.value ? thresholdFigure(threshold, *threshold.value, kDigits) : u"–"_s;
}

QString thresholdValueAgainst(const verdict::ThresholdResult& threshold) {
    if (!threshold.value) {
        return u"–"_s;
    }
    return tellApart(*threshold.value, threshold.expression.number,
                     [&](double figure, int digits) { return thresholdFigure(threshold, figure, digits); });
}

QString comparisonSign(testplan::Comparison op) {
    switch (op) {
    case testplan::Comparison::Less:
        return u"<"_s;
    case testplan::Comparison::LessOrEqual:
        return u"≤"_s;
    case testplan::Comparison::Greater:
        return u">"_s;
    case testplan::Comparison::GreaterOrEqual:
        return u"≥"_s;
    case testplan::Comparison::Equal:
        return u"="_s;
    case testplan::Comparison::NotEqual:
        return u"≠"_s;
    }
    return {};
}

} // namespace bw::format
