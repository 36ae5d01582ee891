#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

#include <cstdint>

class QGridLayout;
class QProgressBar;

namespace bw::live {

class FigureTile;

// Answers "is it good?" from three metres away: the verdict so far, time, VUs, rate, errors, P95 against its
// budget, and how the generator itself is.
class VerdictStrip : public QWidget {
    Q_OBJECT

public:
    // Row: all figures beside each other. Wall: in two rows, for a large font.
    enum class Form : std::uint8_t { Row, Wall };

    explicit VerdictStrip(Form form, QWidget* parent = nullptr);

    void clear();
    void setMoment(const bridge::RunMoment& moment);
    void setPicture(const bridge::RunPicture& picture);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setupLayout(Form form);
    void placeInRow(QGridLayout& tiles);
    void placeForWall(QGridLayout& tiles);
    void showVerdict(const bridge::RunPicture& picture);
    void showTime();
    void showVus(const bridge::RunPicture& picture);
    void showRate(const bridge::RunPicture& picture);
    void showErrors(const bridge::RunPicture& picture);
    void showLatency(const bridge::RunPicture& picture);
    void showGenerator(const bridge::RunPicture& picture);

    FigureTile* m_verdict;
    FigureTile* m_time;
    FigureTile* m_vus;
    FigureTile* m_rate;
    FigureTile* m_errors;
    FigureTile* m_latency;
    FigureTile* m_generator;
    QProgressBar* m_progress;
    bridge::RunMoment m_moment;
};

} // namespace bw::live
