#pragma once

#include "ui/designer/outline/line_delegate.h"

namespace bw::designer {

// A step's line: its kind, what it is, how much it checks, what is wrong with it. Lines that a search does
// not mean are pale.
class StepDelegate : public LineDelegate {
    Q_OBJECT

public:
    using LineDelegate::LineDelegate;

    // Empty: nothing is searched for.
    void setWords(const QString& words) { m_words = words; }
    [[nodiscard]] static bool isMeant(const QModelIndex& index, const QString& words);

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;

protected:
    void paintLine(LinePainter& line, const QModelIndex& index) const override;
    [[nodiscard]] double opacity(const QModelIndex& index) const override;

private:
    QString m_words;
};

} // namespace bw::designer
