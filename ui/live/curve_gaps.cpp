#include "ui/live/curve_gaps.h"

#include <algorithm>
#include <chrono>

namespace bw::live {
namespace {

using plot::CurvePoint;

std::vector<CurvePoint> parted(const std::vector<CurvePoint>& points, const std::vector<double>& gaps) {
    std::vector<CurvePoint> made;
    made.reserve(points.size() + gaps.size());
    auto next = points.begin();
    for (const double gap : gaps) {
        const auto after = std::ranges::lower_bound(next, points.end(), gap, {}, &CurvePoint::x);
        made.insert(made.end(), next, after);
        made.push_back({gap, std::nullopt});
        next = after;
    }
    made.insert(made.end(), next, points.end());
    return made;
}

} // namespace

std::vector<double> gapsOf(const bridge::RunPicture& picture) {
    std::vector<double> gaps;
    const auto& rows = picture.model.seconds;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::int64_t end = rows[i - 1].second + rows[i - 1].width;
        if (rows[i].second > end) {
            gaps.push_back(static_cast<double>(end));
        }
    }
    for (const report::MarkRow& mark : picture.model.marks) {
        if (mark.kind == report::MarkKind::Gap) {
            gaps.push_back(std::chrono::duration<double>(mark.record.at).count());
        }
    }
    std::ranges::sort(gaps);
    return gaps;
}

void partCurves(std::vector<charts::Curve>& curves, const std::vector<double>& gaps) {
    if (gaps.empty()) {
        return;
    }
    for (charts::Curve& curve : curves) {
        curve.points = parted(curve.points, gaps);
    }
}

} // namespace bw::live
