#pragma once

#include "ui/bridge/window_picture.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace bw::live {

// What the selected part of a run came to, on one line, with the way back to the whole.
class WindowBar : public QFrame {
    Q_OBJECT

public:
    explicit WindowBar(QWidget* parent = nullptr);

    // The part is selected, its figures follow.
    void setSpan(std::int64_t begin, std::int64_t end);
    void setPicture(const bridge::WindowPicture& picture);

Q_SIGNALS:
    void wholeRequested();
    void zoomRequested();

private:
    QLabel* m_span;
    QLabel* m_figures;
    QToolButton* m_zoom;
    QToolButton* m_whole;
};

} // namespace bw::live
