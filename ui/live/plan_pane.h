#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace bw::live {

// The plan as it was run, and what changed in it until today.
class PlanPane : public QWidget {
    Q_OBJECT

public:
    explicit PlanPane(QWidget* parent = nullptr);

    void setPlan(const std::string& text);
    // The plan that is open in the designer; without one (empty) nothing is compared.
    void setToday(const std::string& name, const std::string& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showText();
    void showChanges();

    QLabel* m_title;
    QToolButton* m_changes;
    QPlainTextEdit* m_text;
    std::string m_plan;
    std::string m_todayName;
    std::string m_today;
};

} // namespace bw::live
