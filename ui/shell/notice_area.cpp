#include "ui/shell/notice_area.h"

#include <QVBoxLayout>

namespace bw::shell {

NoticeArea::NoticeArea(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

widgets::NoticeBar* NoticeArea::show(const QString& topic, widgets::NoticeBar::Kind kind,
                                     const QString& text) {
    dismiss(topic);
    auto* bar = new widgets::NoticeBar(kind, text, this);
    m_bars.insert(topic, bar);
    m_column->addWidget(bar);
    connect(bar, &widgets::NoticeBar::dismissed, this, [this, topic, bar] {
        if (m_bars.value(topic) == bar) {
            m_bars.remove(topic);
        }
    });
    return bar;
}

void NoticeArea::dismiss(const QString& topic) {
    if (widgets::NoticeBar* bar = m_bars.take(topic)) {
        bar->dismiss();
    }
}

} // namespace bw::shell
