#pragma once

#include "ui/bridge/plan_document.h"

#include <QUndoCommand>

namespace bw::bridge {

// One step of editing. Consecutive steps of one place become one, within a round. The document outlives it.
class PlanChange final : public QUndoCommand {
public:
    PlanChange(PlanDocument& document, const QString& label, QString place, PlanStatePtr after);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return m_place.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    PlanDocument& m_document;
    QString m_place;
    int m_round;
    PlanStatePtr m_before;
    PlanStatePtr m_after;
    bool m_isDone = false; // the first redo is the edit itself
};

} // namespace bw::bridge
