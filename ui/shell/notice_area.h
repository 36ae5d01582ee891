#pragma once

#include "ui/widgets/notice_bar.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace bw::shell {

// Messages of the window, below the tool bar. One of a topic at a time: a newer one takes the place of the
// older.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    explicit NoticeArea(QWidget* parent = nullptr);

    widgets::NoticeBar* show(const QString& topic, widgets::NoticeBar::Kind kind, const QString& text);
    void dismiss(const QString& topic);
    // nullptr when there is none.
    [[nodiscard]] widgets::NoticeBar* find(const QString& topic) const { return m_bars.value(topic); }

private:
    QVBoxLayout* m_column;
    QHash<QString, widgets::NoticeBar*> m_bars;
};

} // namespace bw::shell
