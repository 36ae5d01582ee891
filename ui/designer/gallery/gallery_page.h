#pragma once

#include "ui/bridge/plan_gallery.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace bw::designer {

class PlanCard;

// What the Design view shows while nothing is open: what a plan is, and plans to begin with.
class GalleryPage : public QWidget {
    Q_OBJECT

public:
    // `folder`: of the plans.
    GalleryPage(std::string folder, QWidget* parent);

    [[nodiscard]] const std::vector<PlanCard*>& cards() const { return m_cards; }

Q_SIGNALS:
    void newAsked();
    void openAsked();
    // The text of a plan to begin with.
    void templateAsked(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupTop();
    void fill();
    void arrange();

    bridge::PlanGallery m_gallery;
    QWidget* m_grid;
    QGridLayout* m_cells;
    std::vector<PlanCard*> m_cards;
};

} // namespace bw::designer
