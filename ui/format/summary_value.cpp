#include "ui/format/summary_value.h"

#include <array>
#include <cmath>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using testplan::Aggregation;

QString shortened(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0')) {
            text.chop(1);
        }
        if (text.endsWith(u'.')) {
            text.chop(1);
        }
    }
    return text == u"-0"_s ? u"0"_s : text;
}

QString longTime(std::int64_t seconds) {
    const QString minutes = QString::number(seconds / 60 % 60) + u'm' + QString::number(seconds % 60) + u's';
    return seconds < 3600 ? minutes : QString::number(seconds / 3600) + u'h' + minutes;
}

} // namespace

QString summaryTime(double milliseconds) {
    if (!std::isfinite(milliseconds)) {
        return summaryNumber(milliseconds);
    }
    const double nanoseconds = milliseconds * 1e6;
    if (nanoseconds == 0) {
        return u"0s"_s;
    }
    // The bounds are where rounding to two decimals would reach the next unit.
    if (std::abs(nanoseconds) < 999.5) {
        return shortened(nanoseconds, 0) + u"ns"_s;
    }
    if (std::abs(milliseconds) < 0.999995) {
        return shortened(milliseconds * 1e3, 2) + u"µs"_s;
    }
    if (std::abs(milliseconds) < 999.995) {
        return shortened(milliseconds, 2) + u"ms"_s;
    }
    if (std::abs(milliseconds) < 59'995 || std::abs(milliseconds) > 1e15) {
        return shortened(milliseconds / 1e3, 2) + u's';
    }
    return longTime(std::llround(milliseconds / 1e3));
}

QString summaryShare(double share) {
    return QString::number(share * 100, 'f', 2) + u'%';
}

QString summaryBytes(double bytes) {
    static constexpr std::array kUnits{u"B", u"kB", u"MB", u"GB", u"TB", u"PB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 1000 && unit + 1 < kUnits.size()) {
        bytes /= 1000;
        ++unit;
    }
    const bool oneDecimal = unit > 0 && std::abs(bytes) < 9.95;
    return QString::number(bytes, 'f', oneDecimal ? 1 : 0) + u' ' + QString::fromUtf16(kUnits[unit]);
}

QString summaryNumber(double number) {
    return std::abs(number) < 1e15 ? shortened(number, 6) : QString::number(number, 'g', 6);
}

QString summaryFigure(double value, metrics::MetricKind kind) {
    switch (kind) {
    case metrics::MetricKind::Time:
        return summaryTime(value);
    case metrics::MetricKind::Data:
        return summaryBytes(value);
    case metrics::MetricKind::Default:
        break;
    }
    return summaryNumber(value);
}

QString aggregationName(const testplan::ThresholdExpression& expression) {
    switch (expression.method) {
    case Aggregation::Count:
        return u"count"_s;
    case Aggregation::Rate:
        return u"rate"_s;
    case Aggregation::Value:
        return u"value"_s;
    case Aggregation::Average:
        return u"avg"_s;
    case Aggregation::Minimum:
        return u"min"_s;
    case Aggregation::Maximum:
        return u"max"_s;
    case Aggregation::Median:
        return u"med"_s;
    case Aggregation::Percentile:
        return u"p(%1)"_s.arg(expression.percentile);
    }
    return {};
}

} // namespace bw::format
