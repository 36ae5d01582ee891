#pragma once

#include <QDialog>

#include <vector>

class QAction;
class QLineEdit;
class QListWidget;

namespace bw::shell {

// Every action by name: type some of its letters, Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<QAction*> actions, QWidget* parent);

    // How well the letters fit a name: each must occur, in order; more for beginnings of words. Negative: not
    // at all.
    [[nodiscard]] static int fit(const QString& letters, const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupLayout();
    void show(const QString& letters);
    void doCurrent();

    std::vector<QAction*> m_actions;
    QLineEdit* m_letters;
    QListWidget* m_list;
};

} // namespace bw::shell
