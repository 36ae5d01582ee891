#pragma once

#include "ui/bridge/try_picture.h"

#include <QTabWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QTreeView;

namespace bw::designer {

class JsonTree;
class TimingBars;

// One entry of a try in full: the answer, what was sent, where the time went, what was checked and found.
class ExchangeView : public QTabWidget {
    Q_OBJECT

public:
    explicit ExchangeView(QWidget* parent = nullptr);

    void show(const bridge::TryEntry& entry);
    void clear();

    [[nodiscard]] QTreeView& tree() const { return *m_tree; }
    [[nodiscard]] QPushButton& extractButton() const { return *m_extract; }
    [[nodiscard]] QPushButton& checkButton() const { return *m_check; }
    [[nodiscard]] QTableWidget& results() const { return *m_results; }
    // The line above the answer.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    // The chosen value of the answer is wanted as a variable, or as a check; `path` as json() takes it.
    void extractAsked(const QString& name, const QString& path);
    void checkAsked(const QString& name, const QString& path, const QString& value);

private:
    QWidget* makeAnswer();
    QPlainTextEdit* makeText(const QString& name);
    void showAnswer(const bridge::TryExchange& exchange);
    void showResults(const bridge::TryExchange& exchange);
    void onValue();

    QLabel* m_summary;
    QStackedWidget* m_body;
    QTreeView* m_tree;
    JsonTree* m_json;
    QPlainTextEdit* m_text;
    QPushButton* m_extract;
    QPushButton* m_check;
    QPlainTextEdit* m_head;
    QPlainTextEdit* m_request;
    TimingBars* m_timing;
    QTableWidget* m_results;
};

} // namespace bw::designer
