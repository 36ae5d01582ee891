#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace bw::widgets {
class ElidedLabel;
}

namespace bw::designer {

// Pages at the bottom of the view, one at a time or none, behind a bar of buttons. Bar and pages stand where
// the view puts them, so that the pages can be given room.
class Drawer : public QWidget {
    Q_OBJECT

public:
    explicit Drawer(QWidget* parent);

    // The button opens the page, or closes it.
    void addPage(const QString& name, QToolButton* opener, QWidget* page);
    [[nodiscard]] QStackedWidget& pages() const { return *m_pages; }

    void open(const QWidget* page);
    void close();
    [[nodiscard]] bool isOpen(const QWidget* page) const;
    // By its name, to come back to: empty when none is open.
    [[nodiscard]] QString openName() const;
    void openByName(const QString& name);

    // Beside the buttons: the first thing to know.
    void setWords(const QString& words);

Q_SIGNALS:
    void changed();

private:
    struct Page {
        QString name;
        QToolButton* opener;
        QWidget* page;
    };
    void show(const Page* page);

    QHBoxLayout* m_bar;
    widgets::ElidedLabel* m_words;
    QStackedWidget* m_pages;
    std::vector<Page> m_all;
    bool m_isChanging = false;
};

} // namespace bw::designer
