#pragma once

#include <QFrame>

#include <cstdint>
#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace bw::widgets {

// A message inside the window with what can be done about it. Not modal: it stays until it is answered or
// dismissed.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Info, Good, Warning, Bad };

    NoticeBar(Kind kind, const QString& text, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    // The bar is dismissed after an answer was chosen.
    void addAnswer(const QString& label, std::function<void()> answer);

    // Hides the bar, tells dismissed() and deletes the bar later.
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setupLayout();
    void paintIcon();

    Kind m_kind;
    QLabel* m_picture;
    QLabel* m_text;
    QHBoxLayout* m_answers;
    QToolButton* m_close;
};

} // namespace bw::widgets
