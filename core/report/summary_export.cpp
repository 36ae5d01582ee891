#include "core/report/summary_export.h"

#include "core/report/check_tree.h"
#include "core/report/metric_sums.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <variant>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;

struct ValuesOf {
    double seconds;

    QJsonObject operator()(const metrics::CounterValue& value) const {
        return {{u"count"_s, value.sum}, {u"rate"_s, seconds > 0 ? value.sum / seconds : 0}};
    }
    QJsonObject operator()(const metrics::GaugeValue& value) const {
        return {{u"value"_s, value.last}, {u"min"_s, value.min}, {u"max"_s, value.max}};
    }
    QJsonObject operator()(const metrics::RateValue& value) const {
        return {{u"value"_s, value.share()},
                {u"passes"_s, static_cast<double>(value.trues)},
                {u"fails"_s, static_cast<double>(value.total - value.trues)}};
    }
    QJsonObject operator()(const metrics::Histogram& value) const {
        return {{u"avg"_s, value.mean() / 1e6},
                {u"min"_s, static_cast<double>(value.min()) / 1e6},
                {u"med"_s, value.percentile(0.5) / 1e6},
                {u"max"_s, static_cast<double>(value.max()) / 1e6},
                {u"p(90)"_s, value.percentile(0.9) / 1e6},
                {u"p(95)"_s, value.percentile(0.95) / 1e6}};
    }
};

// True means failed: k6's readers of this format know it so.
QJsonObject thresholdsOf(const std::string& selector, const verdict::Evaluation& evaluation) {
    QJsonObject thresholds;
    for (const verdict::ThresholdResult& threshold : evaluation.thresholds) {
        if (threshold.selector == selector) {
            thresholds[QString::fromStdString(threshold.source)] =
                threshold.state == verdict::ThresholdState::Fail;
        }
    }
    return thresholds;
}

} // namespace

std::string summaryExport(const metrics::Totals& totals, const metrics::MetricRegistry& metrics,
                          const verdict::Verdict& verdict, Duration duration) {
    const double seconds = std::chrono::duration<double>(duration).count();
    QJsonObject all;
    for (const MetricSum& sum : metricSums(totals, metrics, verdict)) {
        QJsonObject values = std::visit(ValuesOf{seconds}, sum.value);
        const QJsonObject thresholds = thresholdsOf(sum.selector(), verdict.evaluation);
        if (!thresholds.isEmpty()) {
            values[u"thresholds"_s] = thresholds;
        }
        all[QString::fromStdString(sum.selector())] = values;
    }
    const QJsonObject summary{{u"metrics"_s, all}, {u"root_group"_s, checkTree(verdict.evaluation.checks)}};
    return QJsonDocument(summary).toJson(QJsonDocument::Indented).toStdString();
}

} // namespace bw::report
