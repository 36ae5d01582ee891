#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/bridge/try_session.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace bw::widgets {
class DataTable;
class ElidedLabel;
class NoticeBar;
} // namespace bw::widgets

namespace bw::designer {

class ExchangeView;
class TryModel;

// Tries a flow and shows what each step sent and got. The document outlives it.
class TryPanel : public QWidget {
    Q_OBJECT

public:
    // `resources`: the folder with budgets/.
    TryPanel(bridge::PlanDocument& document, std::string resources, QWidget* parent);

    // Environment, variables and hosts that count for a try, asked when one begins.
    void setOptionsOf(std::function<bridge::RunOptions()> optionsOf) { m_optionsOf = std::move(optionsOf); }

    void start(const QString& flow);
    // Only the step at the place, with what was found before.
    void startStep(const QString& flow, const QString& place);
    void stop();

    [[nodiscard]] bridge::TrySession& session() { return m_session; }
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }
    [[nodiscard]] ExchangeView& exchange() const { return *m_exchange; }
    [[nodiscard]] QToolButton& curlButton() const { return *m_curl; }
    [[nodiscard]] QToolButton& againButton() const { return *m_again; }
    // How it stands, in words.
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    // A line was chosen; its step is meant.
    void chosen(const QString& place);
    void extractAsked(const QString& place, const QString& name, const QString& path);
    void checkAsked(const QString& place, const QString& name, const QString& path, const QString& value);
    void startAsked();

private:
    void setupTable();
    void setupBar();
    void setupLayout();
    void begin(bridge::TryOptions options);
    void onPicture(const bridge::TryPicturePtr& picture);
    void onRefused(const bridge::RunRefusal& refusal);
    void onEnded();
    void onRow(int row);
    void showRow(int row);
    void copyAsCurl();
    void forget();
    [[nodiscard]] QString flowOfPlace(const QString& place) const;
    [[nodiscard]] bool isSameStep();
    void tell();
    [[nodiscard]] const bridge::TryEntry* current() const;
    QToolButton* addButton(const QString& words, const QString& icon);

    bridge::PlanDocument& m_document;
    bridge::TrySession m_session;
    std::function<bridge::RunOptions()> m_optionsOf;
    bridge::TryOptions m_last;
    bridge::TryPicturePtr m_picture;
    bridge::PlanStatePtr m_tried; // the plan as it was
    QStringList m_refusal;
    bool m_isShowing = false;
    TryModel* m_model;
    widgets::DataTable* m_table;
    ExchangeView* m_exchange;
    widgets::ElidedLabel* m_words;
    QPlainTextEdit* m_log;
    QToolButton* m_start = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_again = nullptr;
    QToolButton* m_curl = nullptr;
    QToolButton* m_allow = nullptr;
};

} // namespace bw::designer
