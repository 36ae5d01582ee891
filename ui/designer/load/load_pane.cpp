#include "ui/designer/load/load_pane.h"

#include "ui/designer/load/load_canvas.h"
#include "ui/format/units.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

QString timeText(double seconds) {
    return format::duration(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds)));
}

QString iterationsText(const LoadPicture& picture) {
    const QString known = format::count(static_cast<double>(picture.knownIterations));
    if (!picture.hasUnknownIterations) {
        return LoadPane::tr("%1 iterations").arg(known);
    }
    return picture.knownIterations > 0 ? LoadPane::tr("at least %1 iterations").arg(known)
                                       : LoadPane::tr("iterations as VUs are free");
}

QString sentence(const LoadPicture& picture) {
    QStringList parts;
    if (picture.has(LoadUnit::Vus)) {
        parts << LoadPane::tr("peak %1 VUs").arg(format::count(picture.peakVus));
    }
    if (picture.has(LoadUnit::Rate)) {
        parts << LoadPane::tr("peak %1 iterations/s").arg(format::count(picture.peakRate));
    }
    parts << iterationsText(picture) << timeText(picture.seconds)
          << LoadPane::tr("generator %1").arg(format::bytes(picture.generatorBytes, 2));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

LoadPane::LoadPane(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_canvas(new LoadCanvas(document, this))
    , m_figures(new widgets::ElidedLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setupLine();
    column->addWidget(m_canvas, 1);
    connect(m_canvas, &LoadCanvas::pictureChanged, this, &LoadPane::tell);
    tell();
}

void LoadPane::setupLine() {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(2 * theme::kGrid, theme::kHalfGrid, theme::kGrid, 0);
    auto* title = new QLabel(tr("Load"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(title);
    line->addSpacing(theme::kGrid);
    line->addWidget(m_figures, 1);
    for (QAction* action : m_canvas->canvasActions()) {
        if (action->shortcut() == QKeySequence(Qt::Key_0)) {
            auto* button = new QToolButton(this);
            button->setDefaultAction(action);
            button->setProperty("quiet", true);
            button->setFocusPolicy(Qt::TabFocus);
            line->addWidget(button);
            button->hide();
            connect(m_canvas, &LoadCanvas::zoomChanged, button,
                    [this, button] { button->setVisible(m_canvas->isZoomed()); });
        }
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
}

QString LoadPane::figures() const {
    return m_figures->text();
}

void LoadPane::tell() {
    const LoadPicture& picture = m_canvas->picture();
    m_figures->setText(picture.curves.empty() ? tr("No scenario yet: add one with + above the outline.")
                                              : sentence(picture));
    QStringList tip{m_figures->text()};
    if (picture.gracefulSeconds > picture.seconds) {
        tip << tr("iterations under way may take until %1").arg(timeText(picture.gracefulSeconds));
    }
    tip << tr("Drag points; Shift takes later ones along, Alt does not snap. Double-click a curve for a "
              "stage, drag it along time. Wheel zooms, Space pans.");
    m_figures->setToolTip(tip.join(u'\n'));
    m_canvas->setToolTip({});
}

} // namespace bw::designer
