#include "ui/designer/flow/flow_form.h"

#include "ui/designer/flow/flow_edits.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/format/words.h"

#include <QLabel>

namespace bw::designer {

FlowForm::FlowForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent)
    , m_users(new QLabel(this)) {
    addSentence(tr("What one virtual user does in one iteration. Its steps are in the tree beside."));
    Value name;
    name.label = tr("Name");
    name.read = [this](const Plan&) { return flowName(); };
    name.write = [this](Plan& plan, const QString& text) {
        renameFlow(plan, flowName().toStdString(), text.toStdString());
    };
    name.check = [this](const QString& text) {
        return plan() == nullptr ? QString() : checkFlowName(*plan(), flowName(), text);
    };
    addText(name)->setWhen(TextField::When::Whole);
    m_users->setWordWrap(true);
    m_users->setTextFormat(Qt::PlainText);
    m_users->setForegroundRole(QPalette::PlaceholderText);
    addWide(m_users);
}

QString FlowForm::flowName() const {
    if (plan() != nullptr) {
        for (const testplan::Flow& flow : plan()->flows) {
            if (isPlaceWithin(shownPlace().toStdString(), memberPlace("flows", flow.name))) {
                return QString::fromStdString(flow.name);
            }
        }
    }
    return {};
}

std::string FlowForm::base(const QString& /*place*/) const {
    return memberPlace("flows", flowName().toStdString());
}

QString FlowForm::title() const {
    return tr("Flow %1").arg(flowName());
}

QString FlowForm::subject() const {
    return flowName();
}

void FlowForm::refreshed() {
    const std::string name = flowName().toStdString();
    QStringList lines;
    QStringList scenarios;
    for (const testplan::Scenario& scenario : plan()->scenarios) {
        if (scenario.flow == name) {
            scenarios << format::plain(scenario.name);
        }
    }
    if (!scenarios.isEmpty()) {
        lines << tr("Scenarios that go through it: %1").arg(scenarios.join(QStringLiteral(", ")));
    }
    if (plan()->setup == name) {
        lines << tr("It is the plan's setup: once, before all scenarios.");
    }
    if (plan()->teardown == name) {
        lines << tr("It is the plan's teardown: once, after all scenarios.");
    }
    m_users->setText(lines.isEmpty() ? tr("No scenario goes through it yet.") : lines.join(u'\n'));
}

} // namespace bw::designer
