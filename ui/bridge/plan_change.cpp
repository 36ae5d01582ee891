#include "ui/bridge/plan_change.h"

namespace bw::bridge {

PlanChange::PlanChange(PlanDocument& document, const QString& label, QString place, PlanStatePtr after)
    : QUndoCommand(label)
    , m_document(document)
    , m_place(std::move(place))
    , m_round(document.m_mergeRound)
    , m_before(document.state())
    , m_after(std::move(after)) {}

void PlanChange::undo() {
    m_document.show(m_before, m_place);
}

void PlanChange::redo() {
    m_document.show(m_after, m_isDone ? m_place : QString());
    m_isDone = true;
}

bool PlanChange::mergeWith(const QUndoCommand* next) {
    const auto* other = static_cast<const PlanChange*>(next);
    if (other->m_place != m_place || other->m_round != m_round) {
        return false;
    }
    m_after = other->m_after;
    setObsolete(m_after->text == m_before->text);
    return true;
}

} // namespace bw::bridge
