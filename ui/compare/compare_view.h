#pragma once

#include "ui/bridge/comparison_picture.h"

#include <QWidget>

class QSettings;
class QStackedWidget;
class QToolButton;

namespace bw::charts {
class CrossHair;
class SpectrumChart;
class TimeChart;
} // namespace bw::charts
namespace bw::widgets {
class DataTable;
class EmptyState;
} // namespace bw::widgets

namespace bw::compare {

class ConclusionStrip;
class DifferenceModel;

// What changed between two sides of runs: the sentence, the differences, both sides in charts.
class CompareView : public QWidget {
    Q_OBJECT

public:
    // The settings keep columns and splitter; they outlive the view.
    explicit CompareView(QSettings& settings, QWidget* parent = nullptr);

    // Until a picture comes: it is being compared.
    void begin();
    void setPicture(const bridge::ComparisonPicturePtr& picture);
    [[nodiscard]] bridge::ComparisonPicturePtr picture() const { return m_picture; }

    // The parts, for tests and pictures.
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }
    [[nodiscard]] ConclusionStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);

private:
    void setupTable(QSettings& settings);
    void setupLayout(QSettings& settings);
    void showCurves();
    void showSpectrum();
    void swap();

    QStackedWidget* m_stack;
    widgets::EmptyState* m_waiting;
    ConclusionStrip* m_strip;
    DifferenceModel* m_model;
    widgets::DataTable* m_table;
    charts::CrossHair* m_crossHair;
    charts::TimeChart* m_latency;
    charts::TimeChart* m_rate;
    charts::SpectrumChart* m_spectrum;
    QToolButton* m_align;
    bridge::ComparisonPicturePtr m_picture;
};

} // namespace bw::compare
