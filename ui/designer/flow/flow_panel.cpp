#include "ui/designer/flow/flow_panel.h"

#include "core/interchange/curl.h"
#include "core/testplan/step_text.h"
#include "ui/designer/flow/step_delegate.h"
#include "ui/designer/flow/step_model.h"
#include "ui/designer/flow/step_tree.h"
#include "ui/designer/flow/step_words.h"
#include "ui/designer/form/row_edits.h"
#include "ui/format/problem_text.h"
#include "ui/format/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>

#include <algorithm>

namespace bw::designer {
namespace {

QString placeOf(const QModelIndex& index) {
    return index.data(kPlaceRole).toString();
}

QString curlErrorText(const interchange::CurlError& error) {
    using Kind = interchange::CurlErrorKind;
    switch (error.kind) {
    case Kind::OpenQuote:
        return FlowPanel::tr("This curl command ends inside a quotation.");
    case Kind::MissingValue:
        return FlowPanel::tr("This curl command ends before the value of %1.")
            .arg(format::plain(error.subject));
    case Kind::NoUrl:
        return FlowPanel::tr("This curl command has no URL.");
    case Kind::NotAUrl:
        return FlowPanel::tr("%1 is no http or https URL.").arg(format::plain(error.subject));
    case Kind::TooLong:
        return FlowPanel::tr("This curl command is longer than 1 MB.");
    case Kind::NotUtf8:
    case Kind::NotCurl:
        break;
    }
    return FlowPanel::tr("This is no curl command.");
}

bool isStepLine(const QModelIndex& index) {
    return index.isValid() && index.data(kNodeKindRole).toInt() == static_cast<int>(NodeKind::Step);
}

} // namespace

void FlowPanel::setupModel() {
    m_model->setTextOf([this](const std::vector<std::string>& places) { return textOf(places); });
    connect(m_model, &StepModel::moveAsked, this,
            [this](const QStringList& places, const QString& list, int row) {
                std::vector<std::string> moved;
                for (const QString& place : places) {
                    moved.push_back(place.toStdString());
                }
                edit(tr("Move steps"),
                     [&](auto& plan) { return moveSteps(plan, moved, {list.toStdString(), row}); });
            });
    connect(m_model, &StepModel::insertAsked, this,
            [this](const QString& text, const QString& list, int row) {
                insertText(text, {list.toStdString(), row});
            });
    connect(m_model, &StepModel::nameAsked, this, [this](const QString& place, const QString& name) {
        const bridge::PlanStatePtr state = m_document.state();
        const testplan::Step* step = findStep(*state->plan, place.toStdString());
        if (step == nullptr || name == stepLabel(*step)) {
            return;
        }
        m_document.edit(tr("Rename %1").arg(stepLabel(*step)), {}, [&](testplan::TestPlan& plan) {
            renameStep(*findStep(plan, place.toStdString()), name.toStdString());
        });
    });
}

// --- What is shown ---

void FlowPanel::refresh() {
    m_isRefreshing = true;
    fillFlows();
    fillTree();
    m_isRefreshing = false;
}

void FlowPanel::fillTree() {
    bool wasReset = false;
    const auto told = connect(m_model, &StepModel::modelReset, this, [&wasReset] { wasReset = true; });
    const bridge::PlanStatePtr state = m_document.state();
    m_model->setRoot(state ? stepTreeOf(*state, flow().toStdString()) : std::make_unique<OutlineNode>());
    disconnect(told);
    if (wasReset) {
        restoreExpansion();
        // Always one: the tree would take the first line itself when the cursor comes, as if it was chosen.
        const QModelIndex index = m_model->indexOf(m_place);
        m_tree->setCurrentIndex(index.isValid() ? index : m_model->index(1, 0));
    }
    m_place = currentPlace();
}

void FlowPanel::restoreExpansion() {
    const QSet<QString> collapsed = m_collapsed;
    m_tree->expandAll();
    for (const QString& place : collapsed) {
        const QModelIndex index = m_model->indexOf(place);
        if (placeOf(index) == place) {
            m_tree->collapse(index);
        }
    }
    m_collapsed = collapsed;
}

void FlowPanel::showFlow(const QString& wanted) {
    const bridge::PlanStatePtr state = m_document.state();
    if (wanted == flow() || !state || !state->plan ||
        state->plan->findFlow(wanted.toStdString()) == nullptr) {
        return;
    }
    setFlow(wanted);
    refresh();
}

bool FlowPanel::select(const QString& place) {
    const QModelIndex index = m_model->indexOf(place);
    if (!index.isValid()) {
        return false;
    }
    m_isRefreshing = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_isRefreshing = false;
    m_place = currentPlace();
    return true;
}

QString FlowPanel::currentPlace() const {
    return placeOf(m_tree->currentIndex());
}

bool FlowPanel::isStep() const {
    return isStepLine(m_tree->currentIndex());
}

std::vector<std::string> FlowPanel::chosen() const {
    const QItemSelectionModel& selection = *m_tree->selectionModel();
    std::vector<std::string> places;
    const std::function<void(const QModelIndex&)> collect = [&](const QModelIndex& parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (isStepLine(index) && selection.isSelected(index)) {
                places.push_back(placeOf(index).toStdString());
            }
            collect(index);
        }
    };
    if (selection.hasSelection()) {
        collect({});
    }
    return places;
}

void FlowPanel::chooseNone() {
    m_tree->selectionModel()->clearSelection();
}

void FlowPanel::choose(const std::vector<std::string>& places) {
    QItemSelection selection;
    QModelIndex last;
    for (const std::string& place : places) {
        last = m_model->indexOf(QString::fromStdString(place));
        selection.select(last, last);
        for (QModelIndex up = last.parent(); up.isValid(); up = up.parent()) {
            m_tree->expand(up);
        }
    }
    if (last.isValid()) {
        m_tree->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        m_tree->scrollTo(last);
    }
}

// --- What is done ---

void FlowPanel::edit(const QString& label, const StepsEdit& change) {
    say({});
    std::vector<std::string> places;
    m_document.edit(label, {}, [&](testplan::TestPlan& plan) { places = change(plan); });
    choose(places);
}

QString FlowPanel::subject() const {
    const std::vector<std::string> places = chosen();
    return places.size() == 1 ? m_tree->currentIndex().data().toString()
                              : tr("%n step(s)", nullptr, static_cast<int>(places.size()));
}

StepSpot FlowPanel::spotBehindCurrent() const {
    const auto [list, row] = m_model->spotBehind(m_tree->currentIndex());
    return {list, row};
}

void FlowPanel::add(std::string_view kind) {
    m_document.settle(); // a name that waits changes places
    const StepSpot spot = spotBehindCurrent();
    if (spot.list.empty()) {
        return;
    }
    edit(tr("Add %1").arg(format::plain(kind)),
         [&](auto& plan) { return insertSteps(plan, spot, {newStep(plan, kind)}); });
    m_tree->setFocus(Qt::OtherFocusReason);
    Q_EMIT activated();
}

QString FlowPanel::textOf(const std::vector<std::string>& places) const {
    const bridge::PlanStatePtr state = m_document.state();
    return state && state->plan
               ? QString::fromStdString(testplan::writeStepText(copySteps(*state->plan, places)))
               : QString();
}

void FlowPanel::copy() {
    m_document.settle();
    if (const std::vector<std::string> places = chosen(); !places.empty()) {
        QGuiApplication::clipboard()->setText(textOf(places));
        say({});
    }
}

void FlowPanel::cut() {
    copy();
    remove();
}

void FlowPanel::paste() {
    m_document.settle();
    insertText(QGuiApplication::clipboard()->text(), spotBehindCurrent());
}

void FlowPanel::insertText(const QString& text, const StepSpot& spot) {
    if (interchange::looksLikeCurl(text.toStdString())) {
        insertCurl(text, spot);
        return;
    }
    testplan::StepTextOutcome outcome = testplan::parseStepText(text.toStdString());
    if (!outcome.steps) {
        say(tr("This is no JSON of steps: %1").arg(format::problemText(outcome.problems.front())));
        return;
    }
    edit(tr("Paste %n step(s)", nullptr, static_cast<int>(outcome.steps->size())),
         [&](auto& plan) { return insertSteps(plan, spot, std::move(*outcome.steps)); });
}

void FlowPanel::insertCurl(const QString& text, const StepSpot& spot) {
    const auto read = interchange::parseCurl(text.toStdString());
    if (!read) {
        say(curlErrorText(read.error()));
        return;
    }
    edit(tr("Paste a curl command"), [&](auto& plan) { return insertSteps(plan, spot, {read->step}); });
    if (!read->ignored.empty()) {
        QStringList options;
        for (const std::string& option : read->ignored) {
            options << format::plain(option);
        }
        say(tr("Pasted without %1, which a step has nothing for.").arg(options.join(QStringLiteral(", "))),
            Tone::Remark);
    }
}

void FlowPanel::duplicate() {
    m_document.settle();
    const std::vector<std::string> places = chosen();
    if (!places.empty()) {
        edit(tr("Duplicate %1").arg(subject()), [&](auto& plan) { return duplicateSteps(plan, places); });
    }
}

void FlowPanel::rename() {
    if (isStep()) {
        m_tree->edit(m_tree->currentIndex());
    }
}

// All of them as the first one is not.
void FlowPanel::toggle() {
    m_document.settle();
    const std::vector<std::string> places = chosen();
    if (places.empty()) {
        return;
    }
    const bool isDisabled =
        m_model->indexOf(QString::fromStdString(places.front())).data(kDisabledRole).toBool();
    const auto state = isDisabled ? testplan::StepState::Enabled : testplan::StepState::Disabled;
    edit(isDisabled ? tr("Enable %1").arg(subject()) : tr("Disable %1").arg(subject()), [&](auto& plan) {
        setStepState(plan, places, state);
        return places;
    });
}

void FlowPanel::group() {
    m_document.settle();
    const std::vector<std::string> places = chosen();
    if (!places.empty()) {
        edit(tr("Group %1").arg(subject()),
             [&](auto& plan) { return groupSteps(plan, places, tr("group").toStdString()); });
        rename();
    }
}

void FlowPanel::moveUp() {
    moveBy(-1);
}

void FlowPanel::moveDown() {
    moveBy(1);
}

void FlowPanel::moveBy(int rows) {
    m_document.settle();
    const std::vector<std::string> places = chosen();
    if (places.empty()) {
        return;
    }
    StepSpot spot = spotOf(rows < 0 ? places.front() : places.back());
    spot.row += rows < 0 ? -1 : 2;
    if (spot.row >= 0) {
        edit(tr("Move %1").arg(subject()), [&](auto& plan) { return moveSteps(plan, places, spot); });
    }
}

void FlowPanel::remove() {
    m_document.settle();
    const std::vector<std::string> places = chosen();
    if (places.empty()) {
        return;
    }
    const QModelIndex above = m_tree->indexAbove(m_model->indexOf(QString::fromStdString(places.front())));
    const QString next = placeOf(above);
    edit(tr("Delete %1").arg(subject()), [&](auto& plan) {
        removeSteps(plan, places);
        return std::vector<std::string>();
    });
    if (select(next)) {
        Q_EMIT currentChanged();
    }
}

// From the current line on, and round.
void FlowPanel::findNext(int by) {
    const QString words = m_search->text().trimmed();
    m_tree->expandAll();
    std::vector<QModelIndex> meant;
    int from = -1; // before which of them the current line stands
    for (QModelIndex line = m_model->index(0, 0); line.isValid(); line = m_tree->indexBelow(line)) {
        const bool isCurrent = line == m_tree->currentIndex();
        if (isCurrent) {
            from = static_cast<int>(meant.size());
        }
        if (isStepLine(line) && StepDelegate::isMeant(line, words) && !isCurrent) {
            meant.push_back(line);
        }
    }
    if (meant.empty()) {
        return;
    }
    const int count = static_cast<int>(meant.size());
    const int next = from < 0 ? 0 : by > 0 ? from : from - 1;
    m_tree->setCurrentIndex(meant[static_cast<std::size_t>((next + count) % count)]);
}

bool FlowPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            findNext(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        case Qt::Key_Down:
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        case Qt::Key_Escape:
            m_search->clear();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace bw::designer
