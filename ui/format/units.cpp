#include "ui/format/units.h"

#include "ui/format/words.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

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

double rounded(double value, int digits) {
    if (value == 0) {
        return 0;
    }
    const double scale = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(scale) && scale != 0 ? std::round(value * scale) / scale : value;
}

QString significant(double value, int digits) {
    const double shown = rounded(value, digits);
    const double size = std::abs(shown);
    if (size == 0) {
        return u"0"_s;
    }
    if (size < 0.001) {
        return QString::number(shown, 'g', digits);
    }
    const int before = static_cast<int>(std::floor(std::log10(size) + 1e-12)) + 1;
    return withoutClosingZeros(QString::number(shown, 'f', std::max(0, digits - before)));
}

// In the largest unit of which there is at least one; the smallest for what is less. Rounding decides first:
// 999.7 µs is 1 ms.
template <std::size_t Count>
QString scaled(double value, int digits, const std::array<Unit, Count>& units) {
    if (!std::isfinite(value)) {
        return dash();
    }
    const double size = std::abs(rounded(value, digits));
    const Unit* chosen = &units.front();
    for (const Unit& unit : units) {
        if (size >= unit.size) {
            chosen = &unit;
        }
    }
    const QString text = significant(value / chosen->size, digits);
    const QString name = QString::fromUtf16(chosen->name);
    return name.isEmpty() ? text : text + kThinSpace + name;
}

QString twoUnits(std::int64_t large, const QString& largeName, std::int64_t small, const QString& smallName) {
    QString text = QString::number(large) + kThinSpace + largeName;
    if (small > 0) {
        text += u' ' + QString::number(small) + kThinSpace + smallName;
    }
    return text;
}

QString longDuration(std::int64_t seconds) {
    const QString hour = Words::tr("h", "unit: hours");
    const QString minute = Words::tr("min", "unit: minutes");
    const QString second = Words::tr("s", "unit: seconds");
    if (seconds >= 3600) {
        return twoUnits(seconds / 3600, hour, seconds % 3600 / 60, minute);
    }
    return twoUnits(seconds / 60, minute, seconds % 60, second);
}

} // namespace

QString duration(Duration time) {
    return milliseconds(static_cast<double>(time.count()) / 1e6, kDigits);
}

QString milliseconds(double time, int digits) {
    static constexpr std::array units{Unit{1e-6, u"ns"}, Unit{1e-3, u"µs"}, Unit{1, u"ms"}, Unit{1e3, u"s"}};
    if (time == 0) {
        return u"0"_s + kThinSpace + u"ms"_s;
    }
    if (std::isfinite(time) && time >= 59'950 && time < 1e15) {
        return longDuration(std::llround(time / 1e3));
    }
    return scaled(time, digits, units);
}

QString count(double number, int digits) {
    static constexpr std::array units{Unit{1, u""}, Unit{1e3, u"k"}, Unit{1e6, u"M"}, Unit{1e9, u"G"},
                                      Unit{1e12, u"T"}};
    return scaled(number, digits, units);
}

QString exactCount(std::uint64_t number) {
    QString text = QString::number(number);
    for (qsizetype place = text.size() - 3; place > 0; place -= 3) {
        text.insert(place, QChar(kThinSpace));
    }
    return text;
}

QString bytes(double number, int digits) {
    static constexpr std::array units{Unit{1, u"B"}, Unit{1e3, u"kB"}, Unit{1e6, u"MB"}, Unit{1e9, u"GB"},
                                      Unit{1e12, u"TB"}};
    return scaled(number, digits, units);
}

QString bytesPerSecond(double number, int digits) {
    return std::isfinite(number) ? bytes(number, digits) + u"/s"_s : dash();
}

QString perSecond(double number, int digits) {
    if (!std::isfinite(number)) {
        return dash();
    }
    const QString text = count(number, digits);
    return text.back().isLetter() ? text + u"/s"_s : text + kThinSpace + u"/s"_s;
}

QString percent(double share, int digits) {
    if (!std::isfinite(share)) {
        return dash();
    }
    const QString unit = QString(QChar(kThinSpace)) + u'%';
    const double value = share * 100;
    if (value > 0 && value < 0.001) {
        return u"< 0.001"_s + unit;
    }
    if (value > 99.999 && value < 100) {
        return u"> 99.999"_s + unit;
    }
    if (value > 99 && value < 100) { // 99.96 % is not 100 %
        return withoutClosingZeros(QString::number(std::floor(value * 1e3) / 1e3, 'f', 3)) + unit;
    }
    return significant(value, digits) + unit;
}

QString number(double value, int digits) {
    return std::isfinite(value) ? significant(value, digits) : dash();
}

QString wallTime(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.nanoseconds / 1'000'000).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace bw::format
