#include "ui/designer/tryit/exchange_view.h"

#include "ui/designer/tryit/json_tree.h"
#include "ui/designer/tryit/timing_bars.h"
#include "ui/format/units.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

// A view of text takes its time for long lines.
constexpr qsizetype kShownBody = 128 * 1024;
constexpr int kMostExpanded = 200; // lines, at once

QString shownBody(const QString& body) {
    return body.size() <= kShownBody ? body : body.left(kShownBody) + QStringLiteral("\n…");
}

QString cutText(const bridge::TryExchange& exchange, bool isText) {
    const bool isCut = exchange.isCut || (isText && exchange.responseBody.size() > kShownBody);
    return isCut ? ExchangeView::tr("The answer has %1; the beginning of it is shown.")
                       .arg(format::bytes(static_cast<double>(exchange.responseBytes)))
                 : QString();
}

QString summaryOf(const bridge::TryEntry& entry) {
    const bridge::TryExchange& exchange = *entry.exchange;
    if (!exchange.error.isEmpty()) {
        return ExchangeView::tr("No answer: %1").arg(exchange.error);
    }
    QStringList parts{QString::number(exchange.status), exchange.proto, format::duration(entry.took),
                      format::bytes(static_cast<double>(exchange.responseBytes))};
    if (!exchange.tls.isEmpty()) {
        parts << exchange.tls;
    }
    parts << (exchange.isReused ? ExchangeView::tr("connection reused") : ExchangeView::tr("new connection"));
    if (!exchange.isExpected) {
        parts << ExchangeView::tr("status not expected");
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ExchangeView::ExchangeView(QWidget* parent)
    : QTabWidget(parent)
    , m_summary(new QLabel(this))
    , m_body(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_json(new JsonTree(this))
    , m_text(makeText(tr("Answer")))
    , m_extract(new QPushButton(tr("Extract as a variable"), this))
    , m_check(new QPushButton(tr("Check this value"), this))
    , m_head(makeText(tr("Headers of the answer")))
    , m_request(makeText(tr("Request")))
    , m_timing(new TimingBars(this))
    , m_results(new QTableWidget(0, 3, this)) {
    setDocumentMode(true);
    tabBar()->setFocusPolicy(Qt::TabFocus);
    m_results->setHorizontalHeaderLabels({tr("Check or variable"), tr("Result"), tr("Value")});
    m_results->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_results->verticalHeader()->hide();
    m_results->setShowGrid(false);
    m_results->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_results->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_results->setTabKeyNavigation(false);
    m_results->setAccessibleName(tr("Checks and variables"));
    addTab(makeAnswer(), tr("Answer"));
    addTab(m_head, tr("Headers"));
    addTab(m_request, tr("Request"));
    addTab(m_results, tr("Checks"));
    addTab(m_timing, tr("Timing"));
}

QPlainTextEdit* ExchangeView::makeText(const QString& name) {
    auto* text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(name);
    return text;
}

QWidget* ExchangeView::makeAnswer() {
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_tree->setModel(m_json);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Answer as JSON"));
    m_tree->setIndentation(2 * theme::kGrid);
    m_tree->header()->setDefaultSectionSize(200);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExchangeView::onValue);
    m_body->addWidget(m_tree);
    m_body->addWidget(m_text);
    connect(m_extract, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_tree->currentIndex();
        Q_EMIT extractAsked(m_json->nameOf(index), m_json->pathOf(index));
    });
    connect(m_check, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_tree->currentIndex();
        Q_EMIT checkAsked(m_json->nameOf(index), m_json->pathOf(index), m_json->valueOf(index));
    });
    auto* page = new QWidget(this);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    top->setSpacing(theme::kGrid);
    top->addWidget(m_summary, 1);
    top->addWidget(m_extract);
    top->addWidget(m_check);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_body, 1);
    return page;
}

QString ExchangeView::summary() const {
    return m_summary->text();
}

void ExchangeView::clear() {
    m_summary->clear();
    m_json->setText({});
    for (QPlainTextEdit* text : {m_text, m_head, m_request}) {
        text->clear();
    }
    m_results->setRowCount(0);
    setTabText(indexOf(m_results), tr("Checks"));
    m_timing->setPhases({});
    m_body->setCurrentWidget(m_text);
    onValue();
}

void ExchangeView::show(const bridge::TryEntry& entry) {
    clear();
    if (!entry.exchange) {
        m_text->setPlainText(entry.text);
        m_json->setText(entry.text.toStdString());
        m_body->setCurrentWidget(m_json->rowCount() > 0 ? static_cast<QWidget*>(m_tree) : m_text);
        m_summary->setText(entry.name);
        m_tree->expandToDepth(0);
        return;
    }
    showAnswer(*entry.exchange);
    const QString cut = cutText(*entry.exchange, m_body->currentWidget() == m_text);
    m_summary->setText(summaryOf(entry) + (cut.isEmpty() ? QString() : u'\n' + cut));
    m_head->setPlainText(entry.exchange->responseHead);
    m_request->setPlainText(entry.exchange->requestHead + u'\n' + shownBody(entry.exchange->requestBody));
    m_timing->setPhases(entry.exchange->phases);
    showResults(*entry.exchange);
}

void ExchangeView::showAnswer(const bridge::TryExchange& exchange) {
    m_text->setPlainText(shownBody(exchange.responseBody));
    const bool isJson = m_json->setText(exchange.responseBody.toStdString()) && m_json->rowCount() > 0;
    m_body->setCurrentWidget(isJson ? static_cast<QWidget*>(m_tree) : m_text);
    if (m_json->rowCount() <= kMostExpanded) {
        m_tree->expandToDepth(0);
    }
    if (isJson) {
        m_tree->setCurrentIndex(m_json->index(0, 0));
    }
    onValue();
}

void ExchangeView::showResults(const bridge::TryExchange& exchange) {
    const auto add = [this](const QString& name, const QString& result, const QString& value,
                            const QIcon& icon) {
        const int row = m_results->rowCount();
        m_results->insertRow(row);
        m_results->setItem(row, 0, new QTableWidgetItem(icon, name));
        m_results->setItem(row, 1, new QTableWidgetItem(result));
        m_results->setItem(row, 2, new QTableWidgetItem(value));
        m_results->item(row, 2)->setToolTip(value);
    };
    int failed = 0;
    for (const bridge::TryCheck& check : exchange.checks) {
        failed += check.passed ? 0 : 1;
        add(check.name, check.passed ? tr("passed") : tr("failed"), check.actual,
            check.passed ? theme::icon(QStringLiteral("pass"), theme::Ink::Good)
                         : theme::icon(QStringLiteral("fail"), theme::Ink::Bad));
    }
    for (const bridge::TryValue& value : exchange.values) {
        add(value.name, tr("extracted"), value.value, theme::icon(QStringLiteral("info"), theme::Ink::Muted));
    }
    setTabText(indexOf(m_results), failed > 0 ? tr("Checks: %n failed", nullptr, failed) : tr("Checks"));
}

void ExchangeView::onValue() {
    const bool hasValue = m_body->currentWidget() == m_tree && m_tree->currentIndex().isValid();
    m_extract->setVisible(m_body->currentWidget() == m_tree);
    m_check->setVisible(m_body->currentWidget() == m_tree);
    m_extract->setEnabled(hasValue);
    m_check->setEnabled(hasValue);
}

} // namespace bw::designer
