#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace bw::widgets {

// What a view shows while it has nothing: what it is for, and the next step.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& iconName, QWidget* parent = nullptr);

    // `sentence` may be of several lines; both are plain text.
    void setWords(const QString& title, const QString& sentence);

    enum class Weight { Main, Other };
    void addStep(const QString& label, Weight weight, std::function<void()> step);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void paintIcon();

    QString m_iconName;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_steps;
};

} // namespace bw::widgets
