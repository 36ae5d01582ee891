#include "ui/designer/plan/limit_texts.h"

#include "ui/designer/form/checks.h"
#include "ui/designer/load/load_options.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bw::designer {
namespace {

using namespace testplan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BudgetForm)
};

NumberText numberFrom(const QString& text) {
    return {text.toDouble(), text.toStdString()};
}

QString numberText(const NumberText& number) {
    return number.text.empty() ? QString::number(number.value) : QString::fromStdString(number.text);
}

} // namespace

QString limitText(const std::optional<DurationText>& limit) {
    return limit ? writtenText(*limit) : QString();
}

QString limitText(const std::optional<NumberText>& limit) {
    return limit ? numberText(*limit) : QString();
}

QString limitText(const std::optional<UnitLimit>& limit) {
    return limit ? QString::fromStdString(limit->text) : QString();
}

void setLimit(std::optional<DurationText>& limit, const QString& text) {
    if (text.isEmpty()) {
        limit.reset();
    } else {
        limit = typedDuration(text, limit.value_or(DurationText{}));
    }
}

void setLimit(std::optional<NumberText>& limit, const QString& text) {
    if (text.isEmpty()) {
        limit.reset();
    } else {
        limit = numberFrom(text);
    }
}

void setLimit(std::optional<UnitLimit>& limit, const QString& text) {
    limit = parseUnitLimit(text.toStdString());
}

QString withinText(const std::vector<WithinLimit>& limits) {
    QStringList parts;
    for (const WithinLimit& limit : limits) {
        parts << QStringLiteral("%1: %2").arg(writtenText(limit.time), numberText(limit.share));
    }
    return parts.join(QStringLiteral(", "));
}

std::vector<WithinLimit> withinFrom(const QString& text) {
    std::vector<WithinLimit> limits;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        limits.push_back({DurationText::from(part.section(u':', 0, 0).trimmed().toStdString()),
                          numberFrom(part.section(u':', 1).trimmed())});
    }
    return limits;
}

QString checkWithin(const QString& text) {
    QStringList times;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!part.contains(u':')) {
            return Words::tr("\"%1\" has no share, like 10ms: 0.999").arg(part.trimmed());
        }
        const QString time = part.section(u':', 0, 0).trimmed();
        const QString share = part.section(u':', 1).trimmed();
        for (const QString& sentence : {checkDuration(time), checkNumber(share)}) {
            if (!sentence.isEmpty()) {
                return sentence;
            }
        }
        if (times.contains(time)) {
            return nameIsTaken(time);
        }
        times << time;
    }
    return {};
}

} // namespace bw::designer
