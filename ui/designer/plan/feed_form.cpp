#include "ui/designer/plan/feed_form.h"

#include "core/testplan/plan_words.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/plan/feed_uses.h"

#include <QFileInfo>
#include <QLabel>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr int kPreviewHeight = 200;

bool hasFeed(const std::vector<FeedSpec>& feeds, const std::string& name) {
    return std::ranges::find(feeds, name, &FeedSpec::name) != feeds.end();
}

PlanColumn textColumn(const QString& title, std::string FeedSpec::* text) {
    PlanColumn column;
    column.title = title;
    column.read = [text](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(plan.feeds, row).*text);
    };
    column.write = [text](TestPlan& plan, int row, const QString& value) {
        itemAt(plan.feeds, row).*text = value.toStdString();
    };
    return column;
}

template <class E, std::size_t N>
PlanColumn wordColumn(const QString& title, const std::array<Word<E>, N>& words, E FeedSpec::* word) {
    PlanColumn column;
    column.title = title;
    column.kind = CellKind::Choice;
    for (const Word<E>& one : words) {
        column.choices << QString::fromUtf8(one.text.data(), static_cast<qsizetype>(one.text.size()));
    }
    column.read = [&words, word](const TestPlan& plan, int row) {
        const std::string_view text = toWord(words, itemAt(plan.feeds, row).*word);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    column.write = [&words, word](TestPlan& plan, int row, const QString& text) {
        FeedSpec& feed = itemAt(plan.feeds, row);
        feed.*word = fromWord(words, text.toStdString()).value_or(feed.*word);
    };
    return column;
}

std::string placeOfCell(const TestPlan& plan, int row, int column) {
    static constexpr std::array kKeys = {"file", "order", "atEnd"};
    const std::string place = memberPlace("feeds", itemAt(plan.feeds, row).name);
    return column < 1 ? place : place + '.' + kKeys[static_cast<std::size_t>(column - 1)];
}

} // namespace

FeedForm::FeedForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    addSentence(
        tr("Virtual users read a row as ${feed.name.column}. Files are CSV or JSON and lie in the plan's "
           "folder."));
    PlanRows rows;
    rows.name = tr("feed");
    rows.count = [](const Plan& plan) { return static_cast<int>(plan.feeds.size()); };
    rows.place = placeOfCell;
    PlanColumn name = textColumn(tr("Name"), &FeedSpec::name);
    name.check = [](const Plan& plan, int row, const QString& text) {
        const bool isOwn = itemAt(plan.feeds, row).name == text.toStdString();
        return !isOwn && hasFeed(plan.feeds, text.toStdString()) ? nameIsTaken(text) : checkNotEmpty(text);
    };
    rows.columns = {name, textColumn(tr("File"), &FeedSpec::file),
                    wordColumn(tr("Order"), words::kFeedOrder, &FeedSpec::order),
                    wordColumn(tr("At the end"), words::kFeedEnd, &FeedSpec::atEnd)};
    setRowEdits<FeedSpec>(
        rows, [](Plan& plan) { return &plan.feeds; },
        [](const std::vector<FeedSpec>& feeds, int) {
            FeedSpec feed;
            feed.name = freeName("feed", [&](const std::string& one) { return hasFeed(feeds, one); });
            feed.file = feed.name + ".csv";
            return feed;
        });
    m_table = new TableEditor(document, rows, this);
    addTable(tr("Data files"), m_table);
    setupPreview();
}

void FeedForm::setupPreview() {
    m_words = new QLabel(this);
    m_uses = new QLabel(this);
    for (QLabel* label : {m_words, m_uses}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_rows = new QTableWidget(this);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setTabKeyNavigation(false);
    m_rows->setShowGrid(false);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setMinimumHeight(kPreviewHeight);
    m_rows->setAccessibleName(tr("Beginning of the data file"));
    m_again = new QToolButton(this);
    m_again->setText(tr("Read again"));
    m_again->setProperty("quiet", true);
    m_again->setFocusPolicy(Qt::TabFocus);
    m_table->addButton(m_again);
    connect(m_again, &QToolButton::clicked, this, &FeedForm::readAgain);
    connect(m_table->view().selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { refreshed(); });
    connect(&m_reader, &bridge::FeedReader::done, this, &FeedForm::show);
    addWide(m_words);
    addWide(m_rows);
    addWide(m_uses);
}

// The current row's, or the first.
const FeedSpec* FeedForm::chosen() const {
    if (plan() == nullptr || plan()->feeds.empty()) {
        return nullptr;
    }
    const int row = m_table->view().currentIndex().row();
    const bool isRow = row >= 0 && row < static_cast<int>(plan()->feeds.size());
    return &itemAt(plan()->feeds, isRow ? row : 0);
}

void FeedForm::refreshed() {
    const FeedSpec* feed = chosen();
    const std::string wanted = feed == nullptr ? std::string() : document().path() + '\n' + feed->file;
    for (QWidget* part : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_rows),
                          static_cast<QWidget*>(m_uses), static_cast<QWidget*>(m_again)}) {
        part->setVisible(feed != nullptr);
    }
    if (wanted != m_read) {
        m_read = wanted;
        readAgain();
    }
}

void FeedForm::readAgain() {
    const FeedSpec* feed = chosen();
    if (feed == nullptr) {
        return;
    }
    if (document().path().empty()) {
        m_words->setText(tr("Save the plan first: data files lie in its folder."));
        m_rows->setRowCount(0);
        m_rows->setColumnCount(0);
        m_uses->clear();
        return;
    }
    const QString folder = QFileInfo(QString::fromStdString(document().path())).absolutePath();
    m_words->setText(tr("Reading %1…").arg(QString::fromStdString(feed->file)));
    m_reader.read(folder.toStdString(), feed->file);
}

void FeedForm::show(const bridge::FeedPreviewPtr& preview) {
    const FeedSpec* feed = chosen();
    if (feed == nullptr) {
        return;
    }
    m_rows->setColumnCount(static_cast<int>(preview->columns.size()));
    m_rows->setHorizontalHeaderLabels(preview->columns);
    m_rows->setRowCount(static_cast<int>(preview->rows.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            m_rows->setItem(row, column, new QTableWidgetItem(itemAt(preview->rows, row).value(column)));
        }
    }
    if (!preview->error.isEmpty()) {
        m_words->setText(preview->error);
        m_uses->clear();
        return;
    }
    m_words->setText(tr("%1: %n row(s)", nullptr, static_cast<int>(preview->rowCount))
                         .arg(QString::fromStdString(feed->file)));
    QStringList lines;
    for (const QString& column : preview->columns) {
        const QStringList uses = usesOfColumn(*plan(), feed->name, column.toStdString());
        lines << (uses.isEmpty() ? tr("%1: not used").arg(column)
                                 : tr("%1: used by %2").arg(column, uses.join(QStringLiteral(", "))));
    }
    m_uses->setText(lines.join(u'\n'));
}

std::string FeedForm::base(const QString& /*place*/) const {
    return {};
}

QString FeedForm::title() const {
    return tr("Feeds");
}

} // namespace bw::designer
