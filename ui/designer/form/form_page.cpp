#include "ui/designer/form/form_page.h"

#include "ui/designer/form/area_field.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/completion.h"
#include "ui/designer/form/json_field.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

constexpr int kFieldWidth = 320;
constexpr int kLabelWidth = 128;
constexpr int kPageWidth = 960; // a longer line is not read well

void setHeading(QLabel& label, double scale) {
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label.setFont(font);
    label.setTextFormat(Qt::PlainText);
}

// "Duration" → "duration"; "VUs" stays.
QString inSentence(QString label) {
    if (label.size() > 1 && label[1].isLower()) {
        label[0] = label[0].toLower();
    }
    return label;
}

} // namespace

FormPage::FormPage(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_column(new QVBoxLayout(this))
    , m_fields(nullptr) {
    setupLayout();
    connect(&document, &bridge::PlanDocument::opened, this, &FormPage::forget);
    connect(&document, &bridge::PlanDocument::settling, this, [this] {
        for (const Bound& bound : m_bound) {
            if (bound.field->isVisible()) {
                bound.field->settle();
            }
        }
    });
}

void FormPage::setupLayout() {
    setHeading(*m_title, 1.25);
    m_column->setContentsMargins(2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    m_column->setSpacing(theme::kGrid);
    m_column->addWidget(m_title);
    m_column->addStretch();
    setMaximumWidth(kPageWidth);
}

const testplan::TestPlan* FormPage::plan() const {
    const bridge::PlanStatePtr state = m_document.state();
    return state && state->plan ? &*state->plan : nullptr;
}

void FormPage::bind(FormField* field, Value value) {
    if (m_fields == nullptr) {
        // No QFormLayout: Qt 6.4 writes past its own memory when rows of one are hidden.
        m_fields = new QGridLayout;
        m_fields->setHorizontalSpacing(2 * theme::kGrid);
        m_fields->setVerticalSpacing(theme::kGrid);
        m_fields->setColumnStretch(2, 1);
        m_column->insertLayout(m_column->count() - 1, m_fields);
    }
    if (value.key.isEmpty()) {
        field->setExact();
    }
    auto* label = new QLabel(value.label, this);
    label->setMinimumWidth(kLabelWidth);
    // Beside the editor's text, also when a sentence stands under it.
    const int above = (QLineEdit().sizeHint().height() - label->sizeHint().height()) / 2;
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(0, std::max(0, above), 0, 0);
    label->setBuddy(&field->editor());
    field->editor().setAccessibleName(value.label);
    const int row = m_fields->rowCount();
    const bool isWide = field->maximumWidth() > kFieldWidth;
    if (qobject_cast<JsonField*>(field) != nullptr) {
        // Every character of a line counts.
        m_fields->addWidget(label, row, 0, 1, 3);
        m_fields->addWidget(field, row + 1, 0, 1, 3);
    } else {
        m_fields->addWidget(label, row, 0);
        m_fields->addWidget(field, row, 1, 1, 2, isWide ? Qt::Alignment() : Qt::AlignLeft);
    }
    connect(field, &FormField::applied, this, [this, value](const QString& text) { apply(value, text); });
    connect(field, &FormField::left, this, [this] { m_document.endMerge(); });
    connect(field, &FormField::undoAsked, this, [this] { m_document.undoStack().undo(); });
    connect(field, &FormField::redoAsked, this, [this] { m_document.undoStack().redo(); });
    m_bound.push_back({field, label, std::move(value), {}, m_section});
}

void FormPage::beginSection(const QString& title) {
    if (m_sections == nullptr) {
        m_sections = new QTabBar(this);
        m_sections->setDocumentMode(true);
        m_sections->setExpanding(false);
        m_sections->setFocusPolicy(Qt::TabFocus);
        m_sections->setAccessibleName(tr("Parts of the form"));
        m_column->insertWidget(m_column->count() - 1, m_sections);
        connect(m_sections, &QTabBar::currentChanged, this, &FormPage::refresh);
    }
    m_fields = nullptr;
    m_section = m_sections->count();
    const QSignalBlocker quiet(m_sections);
    m_sections->addTab(title);
}

bool FormPage::isInSight(int section) const {
    return section < 0 || section == m_sections->currentIndex();
}

// The tabs behind which something is wrong.
void FormPage::markSections() {
    for (int section = 0; m_sections != nullptr && section < m_sections->count(); ++section) {
        std::optional<testplan::Severity> worst;
        const auto look = [&](const std::string& place) {
            for (const testplan::Problem& problem : m_document.state()->problems) {
                if (isPlaceWithin(problem.place, place) && worst != testplan::Severity::Error) {
                    worst = problem.severity;
                }
            }
        };
        for (const Bound& bound : m_bound) {
            if (bound.section == section && (!bound.value.applies || bound.value.applies(*plan()))) {
                look(placeOf(bound.value));
            }
        }
        for (const BoundTable& bound : m_tables) {
            if (bound.section == section && (!bound.applies || bound.applies(*plan()))) {
                for (int row = 0; row < bound.table->model().rows().count(*plan()); ++row) {
                    look(bound.table->model().rows().place(*plan(), row, -1));
                }
            }
        }
        m_sections->setTabIcon(section, !worst ? QIcon()
                                        : *worst == testplan::Severity::Error
                                            ? theme::icon(QStringLiteral("fail"), theme::Ink::Bad)
                                            : theme::icon(QStringLiteral("warning"), theme::Ink::Warning));
    }
}

void FormPage::openSection(int section) {
    if (section >= 0 && section != m_sections->currentIndex()) {
        m_sections->setCurrentIndex(section);
    }
}

TextField* FormPage::addText(Value value) {
    auto* field = new TextField(value.check, this);
    if (value.language == Language::Plain) {
        field->setMaximumWidth(kFieldWidth);
    } else {
        field->setLanguage(value.language, [this] { return completionWords(m_document); });
    }
    bind(field, std::move(value));
    return field;
}

JsonField* FormPage::addJson(Value value) {
    auto* field = new JsonField(this);
    field->setWords([this] { return completionWords(m_document); });
    field->setCheck(value.check);
    bind(field, std::move(value));
    return field;
}

AreaField* FormPage::addArea(Value value) {
    auto* field = new AreaField(this);
    bind(field, std::move(value));
    return field;
}

ChoiceField* FormPage::addChoice(Value value, std::function<std::vector<QString>(const Plan&)> choices) {
    auto* field = new ChoiceField(this);
    field->setMaximumWidth(kFieldWidth);
    bind(field, std::move(value));
    m_bound.back().choices = std::move(choices);
    return field;
}

TableEditor* FormPage::addTable(const QString& title, TableEditor* table,
                                std::function<bool(const Plan&)> applies) {
    auto* heading = new QLabel(title, this);
    setHeading(*heading, 1);
    heading->setBuddy(&table->view());
    table->view().setAccessibleName(title);
    m_fields = nullptr; // what comes later stands below
    heading->setContentsMargins(0, theme::kGrid, 0, 0);
    m_column->insertWidget(m_column->count() - 1, heading);
    m_column->insertWidget(m_column->count() - 1, table);
    m_tables.push_back({table, heading, std::move(applies), m_section});
    return table;
}

void FormPage::addWide(QWidget* widget) {
    m_fields = nullptr;
    m_column->insertWidget(m_column->count() - 1, widget);
    m_wide.push_back({widget, m_section});
}

void FormPage::addSentence(const QString& words) {
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    addWide(label);
}

void FormPage::showPlace(const QString& place) {
    m_place = place;
    refresh();
}

void FormPage::refresh() {
    const Plan* shown = plan();
    if (shown == nullptr) {
        return;
    }
    m_title->setText(title());
    for (const Bound& bound : m_bound) {
        load(bound);
    }
    for (const Wide& wide : m_wide) {
        wide.widget->setVisible(isInSight(wide.section));
    }
    for (const BoundTable& bound : m_tables) {
        const bool applies = isInSight(bound.section) && (!bound.applies || bound.applies(*shown));
        bound.table->setVisible(applies);
        bound.title->setVisible(applies);
        if (applies) {
            bound.table->refresh();
        } else {
            bound.table->model().clear();
        }
    }
    markSections();
    refreshed();
}

void FormPage::load(const Bound& bound) {
    const Plan& shown = *plan();
    const bool applies = isInSight(bound.section) && (!bound.value.applies || bound.value.applies(shown));
    bound.field->setVisible(applies);
    bound.label->setVisible(applies);
    if (!applies) {
        return;
    }
    bound.field->setPlace(placeOf(bound.value));
    if (auto* choice = qobject_cast<ChoiceField*>(bound.field); choice != nullptr && bound.choices) {
        std::vector<ChoiceField::Choice> choices;
        for (const QString& value : bound.choices(shown)) {
            choices.push_back({value, value.isEmpty() ? tr("none") : value});
        }
        choice->setChoices(std::move(choices));
    }
    if (auto* text = qobject_cast<TextField*>(bound.field); text != nullptr && bound.value.byDefault) {
        text->setDefault(bound.value.byDefault(shown));
    }
    bound.field->load(bound.value.read(shown));
    bound.field->showProblems(m_document.state()->problems);
}

std::string FormPage::placeOf(const Value& value) const {
    const std::string prefix = base(m_place);
    const std::string key = value.key.toStdString();
    return prefix.empty() || key.empty() ? prefix + key : prefix + '.' + key;
}

void FormPage::apply(const Value& value, const QString& text) {
    const QString place = QString::fromStdString(placeOf(value));
    const QString what = subject();
    const QString label = what.isEmpty() ? tr("Change %1").arg(inSentence(value.label))
                                         : tr("Change %1 of %2").arg(inSentence(value.label), what);
    m_document.edit(label, place, [&](Plan& plan) { value.write(plan, text); });
}

// Another plan: what was typed into the one before is nothing to it.
void FormPage::forget() {
    for (const Bound& bound : m_bound) {
        bound.field->forget();
    }
    for (const BoundTable& bound : m_tables) {
        bound.table->model().forget();
    }
}

FormField* FormPage::field(const QString& key) const {
    for (const Bound& bound : m_bound) {
        if (bound.value.key == key) {
            return bound.field;
        }
    }
    return nullptr;
}

bool FormPage::focusPlace(const QString& place) {
    const std::string wanted = place.toStdString();
    for (const Bound& bound : m_bound) {
        const std::string own = placeOf(bound.value);
        const bool isHere = bound.value.key.isEmpty() ? wanted == own : isPlaceWithin(wanted, own);
        if (isHere && (!bound.value.applies || bound.value.applies(*plan()))) {
            openSection(bound.section);
            bound.field->editor().setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    for (const BoundTable& bound : m_tables) {
        if ((!bound.applies || bound.applies(*plan())) && isInTable(*bound.table, wanted)) {
            openSection(bound.section);
            if (!bound.table->focusPlace(wanted)) {
                bound.table->view().setFocus(Qt::OtherFocusReason);
            }
            return true;
        }
    }
    for (const Bound& bound : m_bound) {
        if (!bound.field->isHidden()) {
            bound.field->editor().setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

// A table behind a tab holds no rows until it is in sight. The whole of it is meant by the place of its list.
bool FormPage::isInTable(const TableEditor& table, const std::string& place) const {
    const PlanRows& rows = table.model().rows();
    const bool isDeeper = place.size() > base(m_place).size();
    for (int row = 0; row < rows.count(*plan()); ++row) {
        const std::string own = rows.place(*plan(), row, -1);
        if (isPlaceWithin(place, own) || (isDeeper && isPlaceWithin(own, place))) {
            return true;
        }
    }
    return false;
}

} // namespace bw::designer
