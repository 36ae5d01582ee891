#include "ui/designer/flow_page.h"

#include <QLabel>

namespace bw::designer {

FlowPage::FlowPage(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent)
    , m_json(new QLabel(this)) {
    m_json->setWordWrap(true);
    m_json->setTextFormat(Qt::PlainText);
    addWide(m_json);
}

void FlowPage::setLine(const QString& label, const QString& badge, const QString& details) {
    m_label = label;
    m_badge = badge;
    m_details = details;
}

std::string FlowPage::base(const QString& place) const {
    return place.toStdString();
}

QString FlowPage::title() const {
    return m_badge.isEmpty() ? m_label : QStringLiteral("%1  %2").arg(m_badge, m_label);
}

void FlowPage::refreshed() {
    const QString where =
        tr("Flows are edited as JSON, which stands at this place now: %1").arg(shownPlace());
    m_json->setText(m_details.isEmpty() ? where : m_details + u'\n' + where);
}

} // namespace bw::designer
