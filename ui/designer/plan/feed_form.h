#pragma once

#include "ui/bridge/feed_reader.h"
#include "ui/designer/form/form_page.h"

class QTableWidget;
class QToolButton;

namespace bw::designer {

// The data files whose rows virtual users read, and the beginning of the one that is chosen.
class FeedForm : public FormPage {
    Q_OBJECT

public:
    FeedForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    void refreshed() override;

private:
    void setupPreview();
    void readAgain();
    void show(const bridge::FeedPreviewPtr& preview);
    [[nodiscard]] const testplan::FeedSpec* chosen() const;

    TableEditor* m_table = nullptr;
    bridge::FeedReader m_reader;
    std::string m_read; // which file of which folder
    QLabel* m_words = nullptr;
    QLabel* m_uses = nullptr;
    QTableWidget* m_rows = nullptr;
    QToolButton* m_again = nullptr;
};

} // namespace bw::designer
