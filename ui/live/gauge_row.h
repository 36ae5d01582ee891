#pragma once

#include "ui/bridge/run_picture.h"
#include "ui/live/gauge_card.h"

#include <QScrollArea>

#include <vector>

class QHBoxLayout;

namespace bw::live {

class StateLines;

// The budgets' categories in a row, a card each, those nearest to their limits first; the rest by scrolling.
// Categories of which nothing has a value yet are told by name at the end, each with its reason. Hidden
// without budgets.
class GaugeRow : public QScrollArea {
    Q_OBJECT

public:
    // GaugeOnly: of each category no more than the gauge, and no more of them than there is room for.
    explicit GaugeRow(GaugeCard::Detail detail, QWidget* parent = nullptr);

    void setReadings(const std::vector<bridge::GaugeReading>& readings);
    // In the order in which they stand.
    [[nodiscard]] const std::vector<GaugeCard*>& cards() const { return m_cards; }

    // As high as its parts want to be, whose font may have changed, and on a wall no more of them than have
    // room.
    void fit();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Category {
        std::vector<const bridge::GaugeReading*> limits;
        double urgency = -1;
    };

    [[nodiscard]] static std::vector<Category>
    categoriesOf(const std::vector<bridge::GaugeReading>& readings);
    void settleOrder(const std::vector<Category>& categories);
    void fitWidth();
    void showCards(const std::vector<Category>& categories);
    void showRest(const std::vector<Category>& categories);

    GaugeCard::Detail m_detail;
    QHBoxLayout* m_row;
    StateLines* m_rest;
    std::vector<GaugeCard*> m_cards;
    std::vector<std::size_t> m_order; // which category each card shows; what has a place keeps it
    std::size_t m_categories = 0;
};

} // namespace bw::live
