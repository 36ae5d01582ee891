#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/outline/outline_node.h"

#include <QScrollArea>

#include <functional>
#include <map>
#include <string>

class QVBoxLayout;

namespace bw::widgets {
class EmptyState;
}

namespace bw::designer {

class FormPage;

// The form for what is chosen: a line of the outline, or a step. The document outlives it.
class FormStack : public QScrollArea {
    Q_OBJECT

public:
    FormStack(bridge::PlanDocument& document, QWidget* parent);

    // What stands at the place; a step's form is that of its kind.
    void show(NodeKind kind, const QString& place);
    // Says why there is no form.
    void showUnreadable();
    // Null when nothing is shown.
    [[nodiscard]] FormPage* page() const;

private:
    void add(NodeKind kind, FormPage* page);
    void addHidden(QWidget* page);
    void addSteps();
    void bring(FormPage* page, const QString& place);
    void reveal(QWidget* page);
    [[nodiscard]] FormPage* stepPage(const QString& place) const;

    bridge::PlanDocument& m_document;
    QWidget* m_stack; // all pages, one of them in sight: hidden ones take no room
    QVBoxLayout* m_column;
    QWidget* m_shown = nullptr;
    widgets::EmptyState* m_unreadable;
    std::map<NodeKind, FormPage*> m_pages;
    std::map<std::string, FormPage*, std::less<>> m_stepPages; // by the step's key in the format
};

} // namespace bw::designer
