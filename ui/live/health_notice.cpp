#include "ui/live/health_notice.h"

#include "ui/live/generator_text.h"
#include "ui/widgets/notice_bar.h"

#include <QVBoxLayout>

namespace bw::live {

HealthNotice::HealthNotice(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void HealthNotice::setPicture(const bridge::RunPicture& picture) {
    const QString warning = generatorWarning(picture);
    if (warning.isEmpty() || m_isDismissed) {
        delete m_bar;
        hide();
        return;
    }
    if (m_bar) {
        m_bar->setText(warning);
        return;
    }
    m_bar = new widgets::NoticeBar(widgets::NoticeBar::Kind::Warning, warning, this);
    layout()->addWidget(m_bar);
    connect(m_bar, &widgets::NoticeBar::dismissed, this, [this] {
        m_isDismissed = true;
        hide();
    });
    show();
}

void HealthNotice::clear() {
    m_isDismissed = false;
    delete m_bar;
    hide();
}

} // namespace bw::live
