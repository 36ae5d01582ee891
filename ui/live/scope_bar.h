#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace bw::widgets {
class ElidedLabel;
}

namespace bw::live {

// The line above the charts: what they are of, all requests or one, with the way back to all, and at its end
// the controls of all charts.
class ScopeBar : public QWidget {
    Q_OBJECT

public:
    explicit ScopeBar(QWidget* parent = nullptr);

    // The bar takes it.
    void addTool(QWidget* tool);

    // Of a run without requests there is nothing to say.
    void showNothing();
    void showAll();
    void showRequest(const std::string& name);
    // One is chosen that has no curves; the first `kept` names have.
    void showNoCurves(const std::string& name, std::size_t kept);

Q_SIGNALS:
    void allRequested();

private:
    void show(const QString& words, const QString& chip);

    widgets::ElidedLabel* m_words;
    QToolButton* m_chip;
    QHBoxLayout* m_row;
};

} // namespace bw::live
