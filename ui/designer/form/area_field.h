#pragma once

#include "ui/designer/form/form_field.h"

class QPlainTextEdit;

namespace bw::designer {

// A text of several lines.
class AreaField : public FormField {
    Q_OBJECT

public:
    explicit AreaField(QWidget* parent);

    void load(const QString& value) override;

protected:
    void restore() override {}

private:
    void onEdited();
    [[nodiscard]] QString wholeText() const;

    QPlainTextEdit* m_area;
    QString m_value; // the document's
    QString m_shown; // the same as the editor holds it
    bool m_isLoaded = false;
};

} // namespace bw::designer
