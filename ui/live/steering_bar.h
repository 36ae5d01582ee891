#pragma once

#include "ui/bridge/run_picture.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace bw::live {

class LoadSpin;

// What a person may do to a run while it makes load: pause it, add load or take it away, mark this moment
// with a note. Of a run that is over only the note is there, and only while one is asked for.
class SteeringBar : public QFrame {
    Q_OBJECT

public:
    explicit SteeringBar(QWidget* parent = nullptr);

    void setMoment(const bridge::RunMoment& moment);
    // No run goes.
    void clear();
    // Puts the cursor into the note of that moment; none: the present one.
    void askForNote(std::optional<Duration> at);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    // Beside the plan's.
    void loadRequested(const QString& scenario, double amount);
    void noteMade(const QString& text, std::optional<Duration> at);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupPause();
    void setupLoad();
    void setupNote();
    void showPause();
    void showScenarios();
    void showLoad();
    void showNote(std::optional<Duration> at);
    void finishNote();
    [[nodiscard]] const bridge::ScenarioMoment* chosen() const;

    QToolButton* m_pause;
    QLabel* m_loadLabel;
    QComboBox* m_scenario;
    QSlider* m_slider; // of a scenario whose load the plan leaves to the person
    LoadSpin* m_amount;
    QToolButton* m_planned;
    QLabel* m_noteLabel;
    QLineEdit* m_note;
    bridge::RunMoment m_moment;
    bool m_isSteerable = false;
    std::optional<Duration> m_noteAt;
};

} // namespace bw::live
