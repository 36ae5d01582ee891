#include "ui/designer/plan/feed_form.h"

#include "core/testplan/plan_words.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"

namespace bw::designer {
namespace {

using namespace testplan;

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
    addTable(tr("Data files"), new TableEditor(document, rows, this));
}

std::string FeedForm::base(const QString& /*place*/) const {
    return {};
}

QString FeedForm::title() const {
    return tr("Feeds");
}

} // namespace bw::designer
