#pragma once

#include "ui/bridge/plan_document.h"

#include <QWidget>

namespace bw::widgets {
class ElidedLabel;
}

namespace bw::designer {

class LoadCanvas;
struct LoadPicture;

// The canvas under a line that says what the load amounts to. The document outlives it.
class LoadPane : public QWidget {
    Q_OBJECT

public:
    LoadPane(bridge::PlanDocument& document, QWidget* parent);

    [[nodiscard]] LoadCanvas& canvas() const { return *m_canvas; }
    // "1 000 VUs at most · 5 min · …"
    [[nodiscard]] QString figures() const;

private:
    void setupLine();
    void tell();

    LoadCanvas* m_canvas;
    widgets::ElidedLabel* m_figures;
};

} // namespace bw::designer
