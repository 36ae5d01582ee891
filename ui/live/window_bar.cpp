#include "ui/live/window_bar.h"

#include "ui/format/units.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace bw::live {
namespace {

QString secondText(std::int64_t second) {
    return format::duration(std::chrono::seconds(second));
}

QString figuresText(const report::KeyFigures& figures) {
    QStringList parts{WindowBar::tr("%1 requests").arg(format::count(static_cast<double>(figures.requests))),
                      format::perSecond(figures.requestRate),
                      WindowBar::tr("%1 failed").arg(format::percent(figures.failedShare()))};
    if (figures.latency.answered > 0) {
        const report::Percentiles& response = figures.latency.response;
        for (const auto& [name, value] : {std::pair("P50", response.p50), std::pair("P95", response.p95),
                                          std::pair("P99", response.p99)}) {
            parts.append(QLatin1String(name) + QLatin1Char(' ') + format::milliseconds(value));
        }
        parts.append(WindowBar::tr("max %1").arg(format::milliseconds(figures.latency.responseMax)));
    }
    if (figures.messages > 0) {
        parts.append(WindowBar::tr("%1 messages").arg(format::count(static_cast<double>(figures.messages))));
    }
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

WindowBar::WindowBar(QWidget* parent)
    : QFrame(parent)
    , m_span(new QLabel(this))
    , m_figures(new QLabel(this))
    , m_zoom(new QToolButton(this))
    , m_whole(new QToolButton(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button); // raised
    for (QLabel* label : {m_span, m_figures}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_span->setFont(strong);
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_whole->setIcon(theme::icon(QStringLiteral("close")));
    m_whole->setText(tr("Whole run"));
    m_whole->setToolTip(tr("Show the figures of the whole run again (Escape in a chart)"));
    m_whole->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_whole, &QToolButton::clicked, this, &WindowBar::wholeRequested);
    m_zoom->setIcon(theme::icon(QStringLiteral("search")));
    m_zoom->setText(tr("Look closer"));
    m_zoom->setToolTip(tr("Let this part fill the charts; a double click in one shows the whole run again"));
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_zoom, &QToolButton::clicked, this, &WindowBar::zoomRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    row->setSpacing(2 * theme::kGrid);
    row->addWidget(m_span);
    row->addWidget(m_figures, 1);
    row->addWidget(m_zoom);
    row->addWidget(m_whole);
}

void WindowBar::setSpan(std::int64_t begin, std::int64_t end) {
    m_span->setText(tr("%1 to %2 (%3)").arg(secondText(begin), secondText(end), secondText(end - begin)));
}

void WindowBar::setPicture(const bridge::WindowPicture& picture) {
    setSpan(picture.window.begin, picture.window.end);
    const QString text = figuresText(picture.model.figures);
    m_figures->setText(text);
    m_figures->setToolTip(text);
}

} // namespace bw::live
