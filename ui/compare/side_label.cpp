#include "ui/compare/side_label.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPainter>

namespace bw::compare {
namespace {

constexpr int kBox = 20;

QString textOf(const history::RunSummary& run) {
    QStringList parts{SideLabel::tr("Run %1").arg(run.id.value), format::wallTime(run.started)};
    for (const std::string* part : {&run.build, &run.environment, &run.note}) {
        if (!part->empty()) {
            parts << format::plain(*part);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SideLabel::SideLabel(const QString& letter, std::size_t place, QWidget* parent)
    : QWidget(parent)
    , m_letter(letter)
    , m_place(place) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SideLabel::setRuns(const std::vector<history::RunSummary>& runs) {
    QStringList lines;
    QStringList numbers;
    for (const history::RunSummary& run : runs) {
        lines << textOf(run);
        numbers << QString::number(run.id.value);
    }
    const QString plan = runs.empty() ? QString() : format::plain(runs.front().planName);
    m_text = runs.size() == 1 ? lines.front() : tr("Runs %1").arg(numbers.join(QStringLiteral(", ")));
    m_text = plan.isEmpty() ? m_text : plan + QStringLiteral(" · ") + m_text;
    setToolTip(lines.join(QLatin1Char('\n')));
    setAccessibleName(m_letter + QStringLiteral(": ") + m_text);
    updateGeometry();
    update();
}

QSize SideLabel::sizeHint() const {
    return {kBox + theme::kGrid + fontMetrics().horizontalAdvance(m_text) + 2, kBox + theme::kHalfGrid};
}

QSize SideLabel::minimumSizeHint() const {
    return {20 * theme::kGrid, sizeHint().height()};
}

void SideLabel::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(0, (height() - kBox) / 2.0, kBox, kBox);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.scenario[m_place]);
    painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    // Whichever of the two grounds is seen better on the colour.
    const bool isDark =
        theme::contrast(t.scenario[m_place], Qt::white) < theme::contrast(t.scenario[m_place], Qt::black);
    painter.setPen(isDark ? Qt::black : Qt::white);
    painter.drawText(box, Qt::AlignCenter, m_letter);
    painter.setFont(font());
    painter.setPen(t.text);
    const QRectF rest(kBox + theme::kGrid, 0, width() - kBox - theme::kGrid, height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideMiddle, static_cast<int>(rest.width())));
}

void SideLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::compare
