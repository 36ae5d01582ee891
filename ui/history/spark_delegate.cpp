#include "ui/history/spark_delegate.h"

#include "ui/bridge/run_preview.h"
#include "ui/charts/sparkline.h"
#include "ui/history/history_model.h"

#include <QPainter>

namespace bw::history_view {

void SparkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index); // the ground, selected or not
    const auto preview = index.data(kCurveRole).value<bridge::RunPreviewPtr>();
    if (!preview || preview->points.empty()) {
        return;
    }
    charts::Curve curve;
    curve.role = charts::CurveRole::Percentile95;
    for (const bridge::PreviewPoint& point : preview->points) {
        curve.points.push_back({point.second, point.p95});
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    charts::paintSparkline(
        *painter,
        QRectF(option.rect)
            .adjusted(theme::kHalfGrid, theme::kHalfGrid, -theme::kHalfGrid, -theme::kHalfGrid),
        curve, theme::tokens(option.palette));
    painter->restore();
}

} // namespace bw::history_view
