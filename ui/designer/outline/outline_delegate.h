#pragma once

#include "ui/designer/outline/line_delegate.h"

#include <functional>

namespace bw::designer {

// A line of the outline: colour or badge, label, count, and a mark when something is wrong there. While a
// name is edited one that cannot be stays in its field.
class OutlineDelegate : public LineDelegate {
    Q_OBJECT

public:
    // Why a name cannot be; empty when it can.
    using NameCheck = std::function<QString(const QString& old, const QString& name)>;

    OutlineDelegate(NameCheck check, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;

protected:
    void paintLine(LinePainter& line, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NameCheck m_check;
};

} // namespace bw::designer
