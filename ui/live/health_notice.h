#pragma once

#include "ui/bridge/run_picture.h"

#include <QPointer>
#include <QWidget>

namespace bw::widgets {
class NoticeBar;
}

namespace bw::live {

// A line that says that the generator limits the run, why, and the way out; hidden while it does not. Once a
// person dismissed it, it is not said again of that run.
class HealthNotice : public QWidget {
    Q_OBJECT

public:
    explicit HealthNotice(QWidget* parent = nullptr);

    void setPicture(const bridge::RunPicture& picture);
    // Another run.
    void clear();

private:
    QPointer<widgets::NoticeBar> m_bar;
    bool m_isDismissed = false;
};

} // namespace bw::live
