#include "ui/designer/plan/budget_form.h"

#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/format/words.h"
#include "ui/theme/icons.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <charconv>

namespace bw::designer {

BudgetForm::BudgetForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    setupName();
    setupOwn();
    setupShared();
}

int BudgetForm::shownIndex() const {
    static constexpr std::string_view kBegin = "budgets[";
    const std::string place = shownPlace().toStdString();
    int index = -1;
    if (place.starts_with(kBegin)) {
        std::from_chars(place.data() + kBegin.size(), place.data() + place.size(), index);
    }
    return plan() != nullptr && index < static_cast<int>(plan()->budgets.size()) ? index : -1;
}

const testplan::BudgetSpec* BudgetForm::shown() const {
    const int index = shownIndex();
    return index >= 0 ? &itemAt(plan()->budgets, index) : nullptr;
}

const bridge::SharedBudget* BudgetForm::sharedTable() const {
    for (const bridge::SharedBudget& table : document().sharedBudgets()) {
        if (shown() != nullptr && table.use == shown()->use) {
            return &table;
        }
    }
    return nullptr;
}

QString BudgetForm::subject() const {
    return title();
}

QString BudgetForm::title() const {
    return shown() == nullptr ? QString() : format::plain(isOwn() ? shown()->name : shown()->use);
}

std::string BudgetForm::base(const QString& place) const {
    return shown() != nullptr ? itemPlace("budgets", shownIndex()) : place.toStdString();
}

void BudgetForm::setupName() {
    Value name;
    name.key = QStringLiteral("name");
    name.label = tr("Name");
    name.read = [this](const Plan&) {
        return shown() != nullptr ? QString::fromStdString(shown()->name) : QString();
    };
    name.write = [this](Plan& plan, const QString& text) {
        itemAt(plan.budgets, shownIndex()).name = text.toStdString();
    };
    name.check = checkNotEmpty;
    name.applies = [this](const Plan&) { return isOwn(); };
    addText(name);
}

BudgetSource BudgetForm::ownRows() const {
    BudgetSource source;
    source.look = [this](const Plan& plan) {
        const int index = shownIndex();
        return index >= 0 && index < static_cast<int>(plan.budgets.size()) ? &itemAt(plan.budgets, index).rows
                                                                           : nullptr;
    };
    source.edit = [this](Plan& plan) { return &itemAt(plan.budgets, shownIndex()).rows; };
    source.place = [this] { return itemPlace("budgets", shownIndex()) + ".rows"; };
    return source;
}

BudgetSource BudgetForm::sharedRows() const {
    BudgetSource source;
    source.look = [this](const Plan&) {
        const bridge::SharedBudget* table = sharedTable();
        return table != nullptr ? &table->rows : nullptr;
    };
    source.place = [this] { return itemPlace("budgets", shownIndex()) + ".use rows"; };
    return source;
}

void BudgetForm::addOther(OtherRow kind) {
    document().edit(tr("Add limit"), {},
                    [&](Plan& plan) { addOtherRow(itemAt(plan.budgets, shownIndex()).rows, kind); });
}

void BudgetForm::setupOwn() {
    const auto own = [this](const Plan&) { return isOwn(); };
    auto* requests = new TableEditor(document(), requestLimitRows(ownRows()), this);
    addTable(tr("Requests"), requests, own);
    requests->setStretch({8, 3, 3, 3, 3, 3, 5});
    auto* others = new TableEditor(document(), otherLimitRows(ownRows()), this);
    auto* add = new QToolButton(others);
    add->setIcon(theme::icon(QStringLiteral("add"), theme::Ink::Muted));
    add->setText(tr("Add"));
    add->setAccessibleName(tr("Add a limit of a metric or a process"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setFocusPolicy(Qt::TabFocus);
    add->setProperty("quiet", true);
    auto* menu = new QMenu(add);
    menu->addAction(tr("Limit of a metric"), this, [this] { addOther(OtherRow::Metric); });
    menu->addAction(tr("Limit of a process"), this, [this] { addOther(OtherRow::Process); });
    add->setMenu(menu);
    others->addButton(add);
    addTable(tr("Metrics and processes"), others, own);
}

void BudgetForm::setupShared() {
    m_file = new QLabel(this);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addWide(m_file);
    const auto shared = [this](const Plan&) { return !isOwn() && sharedTable() != nullptr; };
    auto* requests = new TableEditor(document(), requestLimitRows(sharedRows()), this);
    addTable(tr("Requests"), requests, shared);
    requests->setStretch({8, 3, 3, 3, 3, 3, 5});
    const auto hasOthers = [this, shared](const Plan& plan) {
        return shared(plan) && std::ranges::any_of(sharedTable()->rows, [](const testplan::BudgetRow& row) {
                   return !std::holds_alternative<testplan::RequestRow>(row);
               });
    };
    addTable(tr("Metrics and processes"), new TableEditor(document(), otherLimitRows(sharedRows()), this),
             hasOthers);
}

void BudgetForm::refreshed() {
    m_file->setVisible(shown() != nullptr && !isOwn());
    const bridge::SharedBudget* table = sharedTable();
    m_file->setText(table != nullptr && !table->file.empty()
                        ? tr("This table is shared by several plans. It is edited in its file, %1")
                              .arg(format::plain(table->file))
                        : tr("There is no file of this name among the shared budgets."));
}

} // namespace bw::designer
