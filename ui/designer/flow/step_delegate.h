#pragma once

#include <QStyledItemDelegate>

namespace bw::designer {

// A step's line: its kind, what it is, how much it checks, what is wrong with it. Lines that a search does
// not mean are pale.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Empty: nothing is searched for.
    void setWords(const QString& words) { m_words = words; }
    [[nodiscard]] static bool isMeant(const QModelIndex& index, const QString& words);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    QString m_words;
};

} // namespace bw::designer
