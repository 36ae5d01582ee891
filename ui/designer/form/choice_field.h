#pragma once

#include "ui/designer/form/form_field.h"

#include <QStringList>

#include <vector>

class QComboBox;

namespace bw::designer {

// One of several values. A value that is none of them is shown as it is and can be left.
class ChoiceField : public FormField {
    Q_OBJECT

public:
    struct Choice {
        QString value;
        QString label;
        friend bool operator==(const Choice&, const Choice&) = default;
    };

    explicit ChoiceField(QWidget* parent);

    void setChoices(std::vector<Choice> choices);
    void load(const QString& value) override;

protected:
    void restore() override {}

private:
    void fill(const QString& value);

    QComboBox* m_box;
    std::vector<Choice> m_choices;
    QString m_value;
};

} // namespace bw::designer
