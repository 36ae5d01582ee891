#include "ui/live/scope_bar.h"

#include "ui/format/words.h"
#include "ui/live/chart_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace bw::live {
namespace {

QString nameOf(const std::string& name) {
    return name.empty() ? ScopeBar::tr("without a name") : shortName(name);
}

} // namespace

ScopeBar::ScopeBar(QWidget* parent)
    : QWidget(parent)
    , m_words(new widgets::ElidedLabel(this))
    , m_chip(new QToolButton(this))
    , m_row(new QHBoxLayout(this)) {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    setFont(small);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setForegroundRole(QPalette::PlaceholderText); // muted
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_chip->setIcon(theme::icon(QStringLiteral("close")));
    m_chip->setIconSize(QSize(12, 12));
    m_chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                    : Qt::LeftToRight); // × after the name
    m_chip->setProperty("small", true);
    m_chip->setCheckable(true); // for the look of what is chosen
    connect(m_chip, &QToolButton::clicked, this, &ScopeBar::allRequested);
    m_row->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, 0);
    m_row->setSpacing(theme::kGrid);
    m_row->addWidget(m_chip);
    m_row->addWidget(m_words, 1);
    showAll();
}

void ScopeBar::addTool(QWidget* tool) {
    tool->setProperty("small", true);
    m_row->addWidget(tool);
}

void ScopeBar::showNothing() {
    show({}, {});
    setToolTip({});
}

void ScopeBar::showAll() {
    show(tr("All requests"), {});
    setToolTip(tr("Choose a request in the table below to see it alone"));
}

void ScopeBar::showRequest(const std::string& name) {
    show({}, nameOf(name));
    setToolTip(format::plain(name));
}

void ScopeBar::showNoCurves(const std::string& name, std::size_t kept) {
    show(tr("No curves of its own: only the first %1 requests of a run have them. The charts show all.")
             .arg(kept),
         nameOf(name));
    setToolTip(format::plain(name));
}

void ScopeBar::show(const QString& words, const QString& chip) {
    m_words->setText(words);
    m_chip->setVisible(!chip.isEmpty());
    m_chip->setText(chip);
    m_chip->setChecked(true);
    m_chip->setToolTip(tr("Show all requests again (Escape)"));
    m_chip->setAccessibleName(tr("%1: show all requests again").arg(chip));
}

} // namespace bw::live
