#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

class QLabel;
class QSettings;

namespace bw::live {
class RunView;
}

namespace bw::shell {

// A run opened from the history: the Run view, frozen, with the way back above it.
class StoredRunPage : public QWidget {
    Q_OBJECT

public:
    explicit StoredRunPage(QSettings& settings, QWidget* parent = nullptr);

    void setPicture(const bridge::RunPicturePtr& picture);
    [[nodiscard]] live::RunView& view() { return *m_view; }

Q_SIGNALS:
    void backRequested();
    void exportRequested();

private:
    QLabel* m_title;
    live::RunView* m_view;
};

} // namespace bw::shell
