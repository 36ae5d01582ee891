#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/outline_node.h"

#include <QScrollArea>

#include <map>

class QStackedWidget;

namespace bw::widgets {
class EmptyState;
}

namespace bw::designer {

class FlowPage;
class FormPage;

// The form for the current line of the outline. The document outlives it.
class FormStack : public QScrollArea {
    Q_OBJECT

public:
    FormStack(bridge::PlanDocument& document, QWidget* parent);

    // `line` is an index with the roles of OutlineModel; an invalid one says why there is no form.
    void showLine(const QModelIndex& line);
    // Null when nothing is shown.
    [[nodiscard]] FormPage* page() const;

private:
    void add(NodeKind kind, FormPage* page);
    void showUnreadable();

    bridge::PlanDocument& m_document;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_unreadable;
    std::map<NodeKind, FormPage*> m_pages;
};

} // namespace bw::designer
