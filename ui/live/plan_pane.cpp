#include "ui/live/plan_pane.h"

#include "core/report/line_diff.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace bw::live {
namespace {

using report::DiffLine;
using report::LineFate;

constexpr std::size_t kAround = 3; // lines that stayed, shown before and after a change
constexpr float kTint = 0.16F;

struct ShownLine {
    LineFate fate = LineFate::Kept;
    QString text;
};

// The changes with a few lines around each; what lies between is left out.
std::vector<ShownLine> changesOf(const std::vector<DiffLine>& lines) {
    std::vector<bool> isShown(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].fate != LineFate::Kept) {
            const std::size_t first = i - std::min(i, kAround);
            const std::size_t last = std::min(lines.size() - 1, i + kAround);
            std::fill(isShown.begin() + static_cast<std::ptrdiff_t>(first),
                      isShown.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
        }
    }
    std::vector<ShownLine> shown;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isShown[i]) {
            const QChar sign = lines[i].fate == LineFate::Added     ? u'+'
                               : lines[i].fate == LineFate::Removed ? u'−'
                                                                    : u' ';
            shown.push_back(
                {lines[i].fate, sign + QStringLiteral(" ") + QString::fromStdString(lines[i].text)});
        } else if (i > 0 && isShown[i - 1]) {
            shown.push_back({LineFate::Kept, QStringLiteral("…")});
        }
    }
    return shown;
}

} // namespace

PlanPane::PlanPane(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_changes(new QToolButton(this))
    , m_text(new QPlainTextEdit(this)) {
    m_title->setTextFormat(Qt::PlainText);
    m_changes->setCheckable(true);
    m_changes->setText(tr("Changes until today"));
    connect(m_changes, &QToolButton::toggled, this, &PlanPane::showText);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Plan as it was run"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_changes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kHalfGrid, 0, 0);
    column->setSpacing(theme::kHalfGrid);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    setToday({}, {});
}

void PlanPane::setPlan(const std::string& text) {
    if (m_plan != text) {
        m_plan = text;
        showText();
    }
}

void PlanPane::setToday(const std::string& name, const std::string& text) {
    m_todayName = name;
    m_today = text;
    m_changes->setEnabled(!text.empty());
    m_changes->setToolTip(text.empty()
                              ? tr("Open today's plan in the designer to see what changed since this run")
                              : tr("Compare with the plan that is open: %1").arg(format::plain(name)));
    if (text.empty()) {
        m_changes->setChecked(false);
    }
    showText();
}

void PlanPane::showText() {
    if (m_changes->isChecked()) {
        showChanges();
        return;
    }
    m_title->setText(tr("The plan as it was run"));
    m_text->setPlainText(QString::fromStdString(m_plan));
    m_text->setExtraSelections({});
}

void PlanPane::showChanges() {
    const std::vector<DiffLine> lines = report::lineDiff(m_plan, m_today);
    const auto count = [&](LineFate fate) { return std::ranges::count(lines, fate, &DiffLine::fate); };
    const auto removed = count(LineFate::Removed);
    const auto added = count(LineFate::Added);
    const QString name = format::plain(m_todayName);
    if (removed == 0 && added == 0) {
        m_title->setText(tr("Nothing changed until today (%1)").arg(name));
        m_text->clear();
        m_text->setExtraSelections({});
        return;
    }
    m_title->setText(tr("Until today (%1): lines gone %2, new %3").arg(name).arg(removed).arg(added));
    const std::vector<ShownLine> shown = changesOf(lines);
    QStringList texts;
    for (const ShownLine& line : shown) {
        texts.append(line.text);
    }
    m_text->setPlainText(texts.join(u'\n'));
    const theme::Tokens& tokens = theme::tokens(palette());
    QList<QTextEdit::ExtraSelection> tints;
    QTextBlock block = m_text->document()->firstBlock();
    for (const ShownLine& line : shown) {
        if (line.fate != LineFate::Kept) {
            QColor tint = line.fate == LineFate::Added ? tokens.good : tokens.bad;
            tint.setAlphaF(kTint);
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.format.setBackground(tint);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            tints.append(selection);
        }
        block = block.next();
    }
    m_text->setExtraSelections(tints);
}

void PlanPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_changes->isChecked()) {
        showChanges();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::live
