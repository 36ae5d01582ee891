#include "ui/designer/tryit/try_panel.h"

#include "core/interchange/curl.h"
#include "core/runplan/run_plan.h"
#include "ui/designer/flow/step_edits.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/designer/tryit/exchange_view.h"
#include "ui/designer/tryit/try_model.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::designer {

TryPanel::TryPanel(bridge::PlanDocument& document, std::string resources, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_session(std::move(resources))
    , m_model(new TryModel(this))
    , m_table(new widgets::DataTable(this))
    , m_exchange(new ExchangeView(this))
    , m_words(new widgets::ElidedLabel(this))
    , m_log(new QPlainTextEdit(this)) {
    setupTable();
    setupBar();
    setupLayout();
    connect(&m_session, &bridge::TrySession::pictureChanged, this, &TryPanel::onPicture);
    connect(&m_session, &bridge::TrySession::refused, this, &TryPanel::onRefused);
    connect(&m_session, &bridge::TrySession::ended, this, &TryPanel::onEnded);
    connect(m_exchange, &ExchangeView::extractAsked, this, [this](const QString& name, const QString& path) {
        if (current() != nullptr && isSameStep()) {
            Q_EMIT extractAsked(current()->place, name, path);
        }
    });
    connect(m_exchange, &ExchangeView::checkAsked, this,
            [this](const QString& name, const QString& path, const QString& value) {
                if (current() != nullptr && isSameStep()) {
                    Q_EMIT checkAsked(current()->place, name, path, value);
                }
            });
    connect(&m_document, &bridge::PlanDocument::opened, this, &TryPanel::forget);
    connect(&m_document, &bridge::PlanDocument::closed, this, &TryPanel::forget);
    m_exchange->clear();
    tell();
}

void TryPanel::setupTable() {
    m_table->setSource(m_model);
    // It is a story: told in its order.
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->setAccessibleName(tr("What the try did"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setLastStretches(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(TryModel::Step, QHeaderView::Stretch);
    for (const int column : {TryModel::Status, TryModel::Time, TryModel::Size}) {
        // Figures of at most seven characters, and the title.
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(column, std::max(fontMetrics().horizontalAdvance(QStringLiteral("9 999 kB")),
                                               fontMetrics().horizontalAdvance(title)) +
                                          3 * theme::kGrid);
    }
    connect(m_table, &widgets::DataTable::currentRowChanged, this, &TryPanel::onRow);
}

QToolButton* TryPanel::addButton(const QString& words, const QString& icon) {
    auto* button = new QToolButton(this);
    button->setText(words);
    button->setIcon(theme::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("quiet", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TryPanel::setupBar() {
    m_start = addButton(tr("Try"), QStringLiteral("try"));
    m_start->setToolTip(tr("One iteration of the flow as one user, without waiting"));
    m_stop = addButton(tr("Stop"), QStringLiteral("stop"));
    m_again = addButton(tr("This step again"), QStringLiteral("again"));
    m_again->setToolTip(tr("Only this step, with the values that were found before"));
    m_curl = addButton(tr("Copy as curl"), QStringLiteral("duplicate"));
    m_allow = addButton(tr("Allow and try"), QStringLiteral("try"));
    m_allow->hide();
    connect(m_start, &QToolButton::clicked, this, &TryPanel::startAsked);
    connect(m_stop, &QToolButton::clicked, this, &TryPanel::stop);
    connect(m_again, &QToolButton::clicked, this, [this] {
        const QString flow = current() == nullptr ? QString() : flowOfPlace(current()->place);
        if (!flow.isEmpty() && isSameStep()) {
            startStep(flow, current()->place);
        }
    });
    connect(m_curl, &QToolButton::clicked, this, &TryPanel::copyAsCurl);
}

void TryPanel::setupLayout() {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    bar->setSpacing(theme::kHalfGrid);
    for (QWidget* part :
         {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_stop), static_cast<QWidget*>(m_again),
          static_cast<QWidget*>(m_curl), static_cast<QWidget*>(m_allow)}) {
        bar->addWidget(part);
    }
    bar->addWidget(m_words, 1);
    m_log->setReadOnly(true);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setTabChangesFocus(true);
    m_log->setAccessibleName(tr("Log of the try"));
    m_exchange->addTab(m_log, tr("Log"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    across->addWidget(m_table);
    across->addWidget(m_exchange);
    across->setSizes({460, 700});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(across, 1);
}

void TryPanel::start(const QString& flow) {
    bridge::TryOptions options;
    options.flow = flow.toStdString();
    begin(std::move(options));
}

void TryPanel::startStep(const QString& flow, const QString& place) {
    bridge::TryOptions options;
    options.flow = flow.toStdString();
    const std::string step = place.toStdString();
    options.only = {step.substr(0, step.rfind(']') + 1)};
    options.known = m_picture ? m_picture->known : decltype(options.known)();
    begin(std::move(options));
}

void TryPanel::begin(bridge::TryOptions options) {
    const bridge::PlanStatePtr state = m_document.state();
    if (!state || !state->plan || options.flow.empty()) {
        return;
    }
    if (m_optionsOf) {
        options.run = m_optionsOf();
    }
    options.run.planPath = m_document.path();
    options.run.planText = state->text;
    m_tried = state;
    m_last = options;
    m_refusal.clear();
    m_picture = nullptr;
    m_model->setEntries({});
    m_exchange->clear();
    m_log->clear();
    m_allow->hide();
    m_session.start(std::move(options));
    tell();
}

// Another plan: what was tried is nothing to it.
void TryPanel::forget() {
    m_session.forget();
    m_picture = nullptr;
    m_tried = nullptr;
    m_refusal.clear();
    m_model->setEntries({});
    m_exchange->clear();
    m_log->clear();
    m_allow->hide();
    tell();
}

QString TryPanel::flowOfPlace(const QString& place) const {
    const bridge::PlanStatePtr state = m_document.state();
    for (const testplan::Flow& flow :
         state && state->plan ? state->plan->flows : std::vector<testplan::Flow>()) {
        if (isPlaceWithin(place.toStdString(), memberPlace("flows", flow.name))) {
            return QString::fromStdString(flow.name);
        }
    }
    return {};
}

// The flow may have changed since: then another step stands at the place, and is told so.
bool TryPanel::isSameStep() {
    const bridge::PlanStatePtr now = m_document.state();
    const std::string place = current()->place.toStdString();
    const testplan::Step* tried = m_tried && m_tried->plan ? findStep(*m_tried->plan, place) : nullptr;
    const testplan::Step* step = now && now->plan ? findStep(*now->plan, place) : nullptr;
    const bool isSame = tried != nullptr && step != nullptr && tried->kind.index() == step->kind.index() &&
                        tried->name == step->name;
    if (!isSame) {
        m_words->setText(tr("The flow has changed since; try it again first."));
    }
    return isSame;
}

void TryPanel::stop() {
    m_session.stop();
}

void TryPanel::onPicture(const bridge::TryPicturePtr& picture) {
    const bool isFirst = !m_picture || m_picture->entries.empty();
    const QStringList before = m_picture ? m_picture->log : QStringList();
    const int row = m_table->currentSourceRow();
    m_picture = picture;
    m_model->setEntries(picture->entries);
    for (const QString& line : picture->log.mid(before.size())) {
        m_log->appendPlainText(line);
    }
    if (isFirst && m_model->rowCount() > 0) {
        showRow(0);
    } else if (const bridge::TryEntry* entry = m_model->at(row)) {
        m_exchange->show(*entry); // its checks may have come
    }
    tell();
}

void TryPanel::onRefused(const bridge::RunRefusal& refusal) {
    m_refusal = refusal.problems;
    m_allow->setVisible(!refusal.hosts.empty());
    if (!refusal.hosts.empty()) {
        QStringList names;
        for (const std::string& host : refusal.hosts) {
            names << format::plain(host);
        }
        m_refusal = {tr("This plan may send requests beyond this computer, to %1.")
                         .arg(names.join(QStringLiteral(", ")))};
        disconnect(m_allow, nullptr, this, nullptr);
        connect(m_allow, &QToolButton::clicked, this, [this, hosts = refusal.hosts] {
            bridge::TryOptions options = m_last;
            options.run.allowedHosts = hosts;
            options.run.hostsAreAnswered = true;
            m_allow->hide();
            m_refusal.clear();
            m_last = options;
            m_session.start(std::move(options));
            tell();
        });
    }
    m_log->setPlainText(m_refusal.join(u'\n'));
    tell();
}

// What failed is what one wants to see.
void TryPanel::onEnded() {
    if (m_picture) {
        const auto failed = std::ranges::find(m_picture->entries, false, &bridge::TryEntry::isGood);
        if (failed != m_picture->entries.end()) {
            showRow(static_cast<int>(failed - m_picture->entries.begin()));
        }
    }
    tell();
}

// Not the person's choice: the flow in sight stays.
void TryPanel::showRow(int row) {
    m_isShowing = true;
    m_table->selectSourceRow(row);
    m_isShowing = false;
}

const bridge::TryEntry* TryPanel::current() const {
    return m_model->at(m_table->currentSourceRow());
}

void TryPanel::onRow(int row) {
    if (const bridge::TryEntry* entry = m_model->at(row)) {
        m_exchange->show(*entry);
        if (!m_isShowing) {
            Q_EMIT chosen(entry->place);
        }
    }
    tell();
}

void TryPanel::copyAsCurl() {
    const bridge::TryEntry* entry = current();
    if (entry == nullptr || !entry->exchange) {
        return;
    }
    std::vector<std::string> fields;
    for (const QString& line : entry->exchange->requestHead.split(u'\n', Qt::SkipEmptyParts).mid(1)) {
        fields.push_back(line.toStdString());
    }
    const bridge::TryExchange& exchange = *entry->exchange;
    const std::string command =
        interchange::curlCommand(exchange.method.toStdString(), exchange.url.toStdString(), fields,
                                 exchange.requestBody.toStdString());
    QGuiApplication::clipboard()->setText(QString::fromStdString(command));
    m_words->setText(command.find(runplan::kMask) == std::string::npos
                         ? tr("Copied.")
                         : tr("Copied; secrets stand as %1 and are to be filled in.")
                               .arg(QLatin1String(runplan::kMask.data(), runplan::kMask.size())));
}

QString TryPanel::words() const {
    return m_words->text();
}

void TryPanel::tell() {
    const bool isIdle = m_session.isIdle();
    m_stop->setEnabled(!isIdle);
    m_start->setEnabled(isIdle);
    const bool isRequest = current() != nullptr && current()->exchange != nullptr;
    m_curl->setEnabled(isRequest);
    m_again->setEnabled(isRequest && isIdle);
    QPalette colours = palette();
    const theme::Tokens& t = theme::tokens(palette());
    colours.setColor(QPalette::WindowText, m_refusal.isEmpty() ? t.muted : t.bad);
    m_words->setPalette(colours);
    if (!m_refusal.isEmpty()) {
        m_words->setText(m_refusal.join(QStringLiteral(" · ")));
        m_words->setToolTip(m_refusal.join(u'\n'));
        return;
    }
    m_words->setToolTip({});
    if (!m_picture) {
        m_words->setText(isIdle ? tr("One iteration of the flow, as one user, without waiting: Ctrl+T.")
                                : tr("Trying…"));
        return;
    }
    int requests = 0;
    int failed = 0;
    Duration took{};
    for (const bridge::TryEntry& entry : m_picture->entries) {
        requests += entry.exchange ? 1 : 0;
        failed += entry.isGood ? 0 : 1;
        took = std::max(took, entry.at);
    }
    QStringList parts{tr("%n request(s)", nullptr, requests)};
    parts << (failed == 0 ? tr("all good") : tr("%n failed", nullptr, failed)) << format::duration(took);
    if (!isIdle) {
        parts.prepend(tr("Trying…"));
    }
    m_words->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace bw::designer
