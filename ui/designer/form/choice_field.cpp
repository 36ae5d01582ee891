#include "ui/designer/form/choice_field.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>

namespace bw::designer {

ChoiceField::ChoiceField(QWidget* parent)
    : FormField(new QComboBox, parent)
    , m_box(static_cast<QComboBox*>(&editor())) {
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setFocusPolicy(Qt::StrongFocus);
    connect(m_box, &QComboBox::activated, this, [this](int row) {
        const QString value = m_box->itemData(row).toString();
        if (value != m_value) {
            m_value = value;
            Q_EMIT applied(value);
        }
    });
}

void ChoiceField::setChoices(std::vector<Choice> choices) {
    if (choices != m_choices) {
        m_choices = std::move(choices);
        fill(m_value);
    }
}

void ChoiceField::load(const QString& value) {
    m_value = value;
    if (m_box->currentData().toString() != value || m_box->count() == 0) {
        fill(value);
    }
}

void ChoiceField::fill(const QString& value) {
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (const Choice& choice : m_choices) {
        m_box->addItem(choice.label, choice.value);
    }
    if (std::ranges::find(m_choices, value, &Choice::value) == m_choices.end()) {
        m_box->addItem(value, value);
    }
    m_box->setCurrentIndex(m_box->findData(value));
}

} // namespace bw::designer
