#pragma once

#include "ui/widgets/elided_delegate.h"

namespace bw::widgets {

// Paints a cell in the ink of kToneRole with the icon of kIconRole before its text, so that a state is told
// by shape and word beside its colour.
class ToneDelegate : public ElidedDelegate {
    Q_OBJECT

public:
    using ElidedDelegate::ElidedDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace bw::widgets
