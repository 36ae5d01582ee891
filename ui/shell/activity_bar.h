#pragma once

#include <QIcon>
#include <QWidget>

#include <vector>

class QAction;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace bw::shell {

// The views at the left edge, one lit at a time.
class ActivityBar : public QWidget {
    Q_OBJECT

public:
    explicit ActivityBar(QWidget* parent = nullptr);

    // The action's icon and text make the button; its shortcut is in the tool tip.
    void addView(QAction* action);
    // Below, apart from the views.
    void addTool(QAction* action);
    void addMenu(const QString& text, const QIcon& icon, QMenu* menu);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* makeButton(QAction* action);

    QVBoxLayout* m_column;
    int m_views = 0;
};

} // namespace bw::shell
