#pragma once

#include "ui/bridge/comparison_picture.h"

#include <QWidget>

class QSettings;

namespace bw::compare {
class CompareView;
}

namespace bw::shell {

// Runs of the history held against each other, with the way back above.
class ComparedPage : public QWidget {
    Q_OBJECT

public:
    explicit ComparedPage(QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] compare::CompareView& view() { return *m_view; }

Q_SIGNALS:
    void backRequested();
    void exportRequested();

private:
    compare::CompareView* m_view;
};

} // namespace bw::shell
