#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace bw::designer {

// A line of the outline: colour or badge, label, count, and a mark when something is wrong there. While a
// name is edited one that cannot be stays in its field.
class OutlineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // Why a name cannot be; empty when it can.
    using NameCheck = std::function<QString(const QString& old, const QString& name)>;

    OutlineDelegate(NameCheck check, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NameCheck m_check;
};

} // namespace bw::designer
