#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/outline_node.h"

#include <QScrollArea>

#include <map>

class QStackedWidget;

namespace bw::designer {

class FlowPage;
class FormPage;

// The form for the current line of the outline. The document outlives it.
class FormStack : public QScrollArea {
    Q_OBJECT

public:
    FormStack(bridge::PlanDocument& document, QWidget* parent);

    // `line` is an index with the roles of OutlineModel; an invalid one shows nothing.
    void showLine(const QModelIndex& line);
    // Null when nothing is shown.
    [[nodiscard]] FormPage* page() const;

private:
    void add(NodeKind kind, FormPage* page);

    bridge::PlanDocument& m_document;
    QStackedWidget* m_stack;
    std::map<NodeKind, FormPage*> m_pages;
};

} // namespace bw::designer
