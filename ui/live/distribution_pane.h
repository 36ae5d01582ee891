#pragma once

#include "ui/bridge/window_picture.h"

#include <QWidget>

class QComboBox;

namespace bw::charts {
class SpectrumChart;
}
namespace bw::widgets {
class DataTable;
}

namespace bw::live {

class PercentileModel;

// How the response times of one request, or of all, are spread: as a percentile spectrum and in figures, of
// the whole run and of the part of it that is selected.
class DistributionPane : public QWidget {
    Q_OBJECT

public:
    explicit DistributionPane(QWidget* parent = nullptr);

    void clear();
    void setWhole(const bridge::WindowPicturePtr& whole);
    // Nothing is selected: nullptr.
    void setWindow(const bridge::WindowPicturePtr& window);

private:
    void showRequests();
    void showTimes();

    QComboBox* m_request;
    charts::SpectrumChart* m_spectrum;
    PercentileModel* m_model;
    widgets::DataTable* m_table;
    bridge::WindowPicturePtr m_whole;
    bridge::WindowPicturePtr m_window;
};

} // namespace bw::live
