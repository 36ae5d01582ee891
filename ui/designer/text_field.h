#pragma once

#include "ui/designer/checks.h"
#include "ui/designer/form_field.h"

class QLineEdit;

namespace bw::designer {

// A value that is typed on one line. Applies with every key that leaves a text that can be kept.
class TextField : public FormField {
    Q_OBJECT

public:
    // A null check takes everything.
    TextField(Check check, QWidget* parent);

    void load(const QString& value) override;
    // What counts when nothing is written.
    void setDefault(const QString& text);
    // A name that others refer to: applied when it is whole, with Enter or when the field is left.
    enum class When : std::uint8_t { EveryKey, Whole };
    void setWhen(When when) { m_when = when; }

protected:
    void restore() override;

private:
    void onEdited(const QString& text);
    void onWhole();
    void apply(const QString& value);

    QLineEdit* m_line;
    Check m_check;
    When m_when = When::EveryKey;
    QString m_value; // the document's
};

} // namespace bw::designer
