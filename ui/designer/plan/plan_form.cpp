#include "ui/designer/plan/plan_form.h"

#include "core/base/duration_text.h"
#include "core/testplan/plan_words.h"
#include "ui/designer/form/area_field.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/load/load_options.h"

#include <QRegularExpression>

namespace bw::designer {
namespace {

using testplan::TestPlan;

QString joinedTexts(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> splitTexts(const QString& text) {
    static const QRegularExpression kBetween(QStringLiteral("[,\\s]+"));
    std::vector<std::string> texts;
    for (const QString& one : text.split(kBetween, Qt::SkipEmptyParts)) {
        texts.push_back(one.toStdString());
    }
    return texts;
}

std::vector<QString> flowsOrNone(const TestPlan& plan) {
    std::vector<QString> names{QString()};
    for (const testplan::Flow& flow : plan.flows) {
        names.push_back(QString::fromStdString(flow.name));
    }
    return names;
}

} // namespace

PlanForm::PlanForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    setupNames();
    setupHosts();
    setupFlows();
    setupDefaults();
}

std::string PlanForm::base(const QString& /*place*/) const {
    return {};
}

QString PlanForm::title() const {
    return tr("Plan settings");
}

void PlanForm::setupNames() {
    Value name;
    name.key = QStringLiteral("name");
    name.label = tr("Name");
    name.read = [](const Plan& plan) { return QString::fromStdString(plan.name); };
    name.write = [](Plan& plan, const QString& text) { plan.name = text.toStdString(); };
    addText(name);
    Value description;
    description.key = QStringLiteral("description");
    description.label = tr("Description");
    description.read = [](const Plan& plan) { return QString::fromStdString(plan.description); };
    description.write = [](Plan& plan, const QString& text) { plan.description = text.toStdString(); };
    addArea(description);
}

void PlanForm::setupHosts() {
    Value hosts;
    hosts.key = QStringLiteral("allowedHosts");
    hosts.label = tr("Allowed hosts");
    hosts.read = [](const Plan& plan) { return joinedTexts(plan.allowedHosts); };
    hosts.write = [](Plan& plan, const QString& text) { plan.allowedHosts = splitTexts(text); };
    hosts.byDefault = [](const Plan&) { return tr("this machine alone"); };
    addText(hosts);
}

void PlanForm::addFlow(const char* key, const QString& label, std::string Plan::* flow) {
    Value value;
    value.key = QString::fromLatin1(key);
    value.label = label;
    value.read = [flow](const Plan& plan) { return QString::fromStdString(plan.*flow); };
    value.write = [flow, key](Plan& plan, const QString& text) {
        plan.*flow = text.toStdString();
        if (text.isEmpty()) {
            plan.written.remove(key);
        }
    };
    addChoice(value, flowsOrNone);
}

void PlanForm::setupFlows() {
    addFlow("setup", tr("Setup"), &Plan::setup);
    addFlow("teardown", tr("Teardown"), &Plan::teardown);
}

void PlanForm::setupDefaults() {
    Value timeout;
    timeout.key = QStringLiteral("defaults.http.timeout");
    timeout.label = tr("Request timeout");
    timeout.read = [](const Plan& plan) { return writtenText(plan.defaults.http.timeout); };
    timeout.write = [](Plan& plan, const QString& text) {
        testplan::HttpDefaults& http = plan.defaults.http;
        http.timeout = text.isEmpty() ? testplan::HttpDefaults{}.timeout : typedDuration(text, http.timeout);
        text.isEmpty() ? http.written.remove("timeout") : http.written.add("timeout");
    };
    timeout.check = optional(checkDuration);
    timeout.byDefault = [](const Plan&) {
        return QString::fromStdString(durationText(testplan::HttpDefaults{}.timeout.value));
    };
    addText(timeout);
    Value version;
    version.key = QStringLiteral("defaults.http.version");
    version.label = tr("HTTP version");
    version.read = [](const Plan& plan) {
        const std::string_view word = toWord(testplan::words::kHttpVersion, plan.defaults.http.version);
        return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    };
    version.write = [](Plan& plan, const QString& text) {
        plan.defaults.http.version =
            fromWord(testplan::words::kHttpVersion, text.toStdString()).value_or(testplan::HttpVersion::Auto);
    };
    addChoice(version, [](const Plan&) {
        return std::vector<QString>{QStringLiteral("auto"), QStringLiteral("1.1"), QStringLiteral("2")};
    });
}

} // namespace bw::designer
