#include "ui/designer/flow/step_delegate.h"

#include "ui/designer/outline/line_painter.h"
#include "ui/designer/outline/outline_model.h"

#include <QLineEdit>

namespace bw::designer {
namespace {

constexpr double kPale = 0.4;

bool isRequest(const QString& badge) {
    return !badge.isEmpty() && badge == badge.toUpper();
}

} // namespace

bool StepDelegate::isMeant(const QModelIndex& index, const QString& words) {
    return words.isEmpty() || index.data().toString().contains(words, Qt::CaseInsensitive) ||
           index.data(kBadgeRole).toString().contains(words, Qt::CaseInsensitive);
}

double StepDelegate::opacity(const QModelIndex& index) const {
    return isMeant(index, m_words) ? 1 : kPale;
}

void StepDelegate::paintLine(LinePainter& line, const QModelIndex& index) const {
    const theme::Tokens& t = line.tokens();
    const QString label = index.data().toString();
    const bool isList = index.data(kNodeKindRole).toInt() == static_cast<int>(NodeKind::StepList);
    const bool isPale = isList || index.data(kDisabledRole).toBool();
    line.trouble(index.data(kTroubleRole).toInt());
    line.count(index.data(kCountRole).toInt());
    if (!isList) {
        const QString badge = index.data(kBadgeRole).toString();
        line.badge(badge, isPale ? t.muted : isRequest(badge) ? t.accent : t.text);
    }
    line.note(index.data(kDetailsRole).toString(), label);
    line.label(label, LinePainter::Weight::Normal, isPale ? t.muted : t.text);
}

QWidget* StepDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& /*index*/) const {
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Name"));
    return editor;
}

} // namespace bw::designer
