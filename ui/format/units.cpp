#include "ui/format/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;

struct Unit {
    double size;
    const char16_t* name;
};

QString dash() {
    return u"–"_s;
}

// Closing zeros say nothing: 2.10 is 2.1.
QString withoutClosingZeros(QString text) {
    if (!text.contains(u'.')) {
        return text;
    }
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text;
}

double roundedToThreeDigits(double value) {
    if (value == 0) {
        return 0;
    }
    const double scale = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(scale) && scale != 0 ? std::round(value * scale) / scale : value;
}

QString significant(double value) {
    const double rounded = roundedToThreeDigits(value);
    const double size = std::abs(rounded);
    const int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    if (size > 0 && size < 0.001) {
        return QString::number(rounded, 'g', 3);
    }
    return withoutClosingZeros(QString::number(rounded, 'f', decimals));
}

// In the largest unit of which there is at least one; the smallest for what is less. Rounding decides first:
// 999.7 µs is 1 ms.
template <std::size_t Count>
QString scaled(double value, const std::array<Unit, Count>& units) {
    if (!std::isfinite(value)) {
        return dash();
    }
    const double rounded = roundedToThreeDigits(value);
    const Unit* chosen = &units.front();
    for (const Unit& unit : units) {
        if (std::abs(rounded) >= unit.size) {
            chosen = &unit;
        }
    }
    const QString digits = significant(rounded / chosen->size);
    const QStringView name(chosen->name);
    return name.empty() ? digits : digits + kThinSpace + name;
}

QString twoUnits(std::int64_t large, const QString& largeName, std::int64_t small, const QString& smallName) {
    QString text = QString::number(large) + kThinSpace + largeName;
    if (small > 0) {
        text += u' ' + QString::number(small) + kThinSpace + smallName;
    }
    return text;
}

QString longDuration(std::int64_t seconds) {
    const QString hour = QCoreApplication::translate("format", "h", "unit: hours");
    const QString minute = QCoreApplication::translate("format", "min", "unit: minutes");
    const QString second = QCoreApplication::translate("format", "s", "unit: seconds");
    if (seconds >= 3600) {
        return twoUnits(seconds / 3600, hour, seconds % 3600 / 60, minute);
    }
    return twoUnits(seconds / 60, minute, seconds % 60, second);
}

} // namespace

QString duration(Duration time) {
    return milliseconds(static_cast<double>(time.count()) / 1e6);
}

QString milliseconds(double time) {
    static constexpr std::array units{Unit{1e-6, u"ns"}, Unit{1e-3, u"µs"}, Unit{1, u"ms"}, Unit{1e3, u"s"}};
    if (time == 0) {
        return u"0"_s + kThinSpace + u"ms"_s;
    }
    if (std::isfinite(time) && time >= 59'950 && time < 1e15) {
        return longDuration(std::llround(time / 1e3));
    }
    return scaled(time, units);
}

QString count(double number) {
    static constexpr std::array units{Unit{1, u""}, Unit{1e3, u"k"}, Unit{1e6, u"M"}, Unit{1e9, u"G"},
                                      Unit{1e12, u"T"}};
    return scaled(number, units);
}

QString exactCount(std::uint64_t number) {
    QString text = QString::number(number);
    for (qsizetype place = text.size() - 3; place > 0; place -= 3) {
        text.insert(place, QChar(kThinSpace));
    }
    return text;
}

QString bytes(double number) {
    static constexpr std::array units{Unit{1, u"B"}, Unit{1e3, u"kB"}, Unit{1e6, u"MB"}, Unit{1e9, u"GB"},
                                      Unit{1e12, u"TB"}};
    return scaled(number, units);
}

QString bytesPerSecond(double number) {
    return std::isfinite(number) ? bytes(number) + u"/s" : dash();
}

QString perSecond(double number) {
    if (!std::isfinite(number)) {
        return dash();
    }
    const QString text = count(number);
    return text.back().isLetter() ? text + u"/s" : text + kThinSpace + u"/s";
}

QString percent(double share) {
    if (!std::isfinite(share)) {
        return dash();
    }
    const QString unit = QString(QChar(kThinSpace)) + u'%';
    const double value = share * 100;
    if (value > 0 && value < 0.001) {
        return u"< 0.001"_s + unit;
    }
    if (value > 99 && value < 100) {
        return value > 99.999
                   ? u"> 99.999"_s + unit
                   : withoutClosingZeros(QString::number(std::floor(value * 1e3) / 1e3, 'f', 3)) + unit;
    }
    return significant(value) + unit;
}

QString number(double value) {
    return std::isfinite(value) ? significant(value) : dash();
}

QString wallTime(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.nanoseconds / 1'000'000).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace bw::format
