#include "ui/widgets/tone_delegate.h"

#include "ui/widgets/row_model.h"

namespace bw::widgets {

void ToneDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    ElidedDelegate::initStyleOption(option, index);
    const QVariant tone = index.data(kToneRole);
    if (!tone.isValid()) {
        return;
    }
    const auto ink = tone.value<theme::Ink>();
    const QColor colour = theme::colourOf(ink, theme::tokens(option->palette));
    option->palette.setColor(QPalette::Text, colour);
    option->palette.setColor(QPalette::HighlightedText, colour);
    if (const QString name = index.data(kIconRole).toString(); !name.isEmpty()) {
        option->icon = theme::icon(name, ink);
        option->features |= QStyleOptionViewItem::HasDecoration;
        const int side = option->fontMetrics.height() - 2;
        option->decorationSize = QSize(side, side);
    }
}

} // namespace bw::widgets
