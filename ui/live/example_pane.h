#pragma once

#include "core/report/report_model.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace bw::live {

// One failing exchange as it went over the wire.
class ExamplePane : public QWidget {
    Q_OBJECT

public:
    explicit ExamplePane(QWidget* parent = nullptr);

    // Those of the name; nothing was kept of others. Empty: says so.
    void setExamples(const QString& name, const std::vector<report::ExampleRow>& examples);

private:
    QLabel* m_title;
    QPlainTextEdit* m_text;
};

} // namespace bw::live
