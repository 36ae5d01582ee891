#include "ui/shell/baseline_notice.h"

#include "ui/format/regression_text.h"
#include "ui/shell/notice_area.h"

#include <QCoreApplication>

namespace bw::shell {
namespace {

class BaselineWords {
    Q_DECLARE_TR_FUNCTIONS(bw::shell::BaselineNotice)
};

} // namespace

void showBaselineNotice(NoticeArea& notices, const report::RegressionModel& regression,
                        std::function<void()> compare) {
    using Kind = widgets::NoticeBar::Kind;
    const auto worst = report::worstOf(regression);
    const Kind kind = !worst ? Kind::Info : *worst >= analysis::Severity::High ? Kind::Bad : Kind::Warning;
    widgets::NoticeBar* bar =
        notices.show(QStringLiteral("baseline"), kind, format::regressionSentence(regression));
    bar->addAnswer(BaselineWords::tr("Compare"), std::move(compare));
}

} // namespace bw::shell
