#pragma once

#include <QWidget>

class QSettings;

namespace bw::compare {
class TrendView;
}

namespace bw::shell {

// How a plan's figures went from run to run, with the way back above.
class TrendPage : public QWidget {
    Q_OBJECT

public:
    explicit TrendPage(QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] compare::TrendView& view() { return *m_view; }

Q_SIGNALS:
    void backRequested();

private:
    compare::TrendView* m_view;
};

} // namespace bw::shell
