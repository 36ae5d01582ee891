#include "ui/charts/chart_csv.h"

#include <QLocale>
#include <QStringList>

#include <map>

namespace bw::charts {
namespace {

QString cellOf(QString text) {
    const bool isPlain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n');
    return isPlain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QString csvOf(const ChartData& data) {
    std::map<double, QStringList> lines;
    QStringList head{QStringLiteral("second")};
    for (const Curve& curve : data.curves) {
        head.append(cellOf(curve.name));
        for (const plot::CurvePoint& point : curve.points) {
            if (point.y) {
                QStringList& line = lines[point.x];
                line.resize(head.size() - 1);
                line.back() = QString::number(*point.y, 'g', QLocale::FloatingPointShortest);
            }
        }
    }
    QString text = head.join(u',') + u'\n';
    for (auto& [second, line] : lines) {
        line.resize(head.size() - 1);
        text += QString::number(second, 'g', QLocale::FloatingPointShortest) + u',' + line.join(u',') + u'\n';
    }
    return text;
}

} // namespace bw::charts
