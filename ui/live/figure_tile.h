#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;

namespace bw::live {

// One figure that can be read from three metres away: a label above, a note below. As large as its font.
class FigureTile : public QWidget {
    Q_OBJECT

public:
    explicit FigureTile(const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    // An empty value is "–". The ink colours the value; words or the icon must say the same.
    void setFigure(const QString& value, const QString& note, theme::Ink ink = theme::Ink::Text,
                   const QString& iconName = {});
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString note() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void setupFonts();
    void paintInks();

    theme::Ink m_ink = theme::Ink::Text;
    QString m_iconName;
    QLabel* m_label;
    QLabel* m_icon;
    QLabel* m_value;
    QLabel* m_note = nullptr;
};

} // namespace bw::live
