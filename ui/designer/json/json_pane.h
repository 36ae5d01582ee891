#pragma once

#include "ui/bridge/plan_document.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace bw::designer {

class JsonEditor;

// The plan's text beside the forms, in step with them both ways: what is typed here becomes the plan as soon
// as it can be read; until then it stays here, marked. The document outlives it.
class JsonPane : public QWidget {
    Q_OBJECT

public:
    JsonPane(bridge::PlanDocument& document, QWidget* parent);

    [[nodiscard]] JsonEditor& editor() const { return *m_editor; }
    // Shows where a place of the plan stands.
    void goTo(const QString& place);

private:
    void setupLayout();
    void onTyped();
    void apply();
    void onState();
    void onDraft();
    void show(const bridge::PlanState& state);
    void tell(const bridge::PlanState& state);

    bridge::PlanDocument& m_document;
    JsonEditor* m_editor;
    QLabel* m_message;
    QTimer m_wait;  // a large text is read when nobody types
    QTimer m_pause; // typing after a pause is another undo step
    bool m_isTyping = false;
    bool m_hasCarriageReturns = false;
};

} // namespace bw::designer
