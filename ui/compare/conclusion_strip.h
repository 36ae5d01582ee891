#pragma once

#include "ui/bridge/comparison_picture.h"

#include <QWidget>

class QLabel;

namespace bw::compare {

class SideLabel;

// What a comparison comes to, to be read first: an icon, the sentence, what it rests on, what speaks against
// it; and which runs are A and B.
class ConclusionStrip : public QWidget {
    Q_OBJECT

public:
    explicit ConclusionStrip(QWidget* parent = nullptr);

    void setModel(const report::ComparisonModel& model);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void swapRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void paintIcon();

    report::Conclusion m_conclusion = report::Conclusion::NoDifference;
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_grounds;
    QLabel* m_obstacles;
    SideLabel* m_before;
    SideLabel* m_after;
};

} // namespace bw::compare
