#include "core/history/run_search.h"

#include "core/history/json_text.h"
#include "core/history/search_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace bw::history {
namespace {

using Mask = SearchWords::Mask;

// A run and texts of it, as bytes, since they are looked for as UTF-8. No word has a line's end in it, so
// texts may stand together.
constexpr const char* kRunTexts = "SELECT id, CAST(plan_name || char(10) || environment || char(10) || build "
                                  "|| char(10) || note || char(10) || host AS BLOB) FROM runs ORDER BY id";
struct Texts {
    const char* sql;
    int columns; // of text, behind the run
};
constexpr std::array kTexts{
    Texts{"SELECT run_id, CAST(text AS BLOB) FROM plans", 1},
    Texts{"SELECT run_id, CAST(source || char(10) || text AS BLOB) FROM messages", 1},
    Texts{"SELECT run_id, CAST(name || char(10) || kind AS BLOB), CAST(request AS BLOB), CAST(response AS "
          "BLOB) FROM examples",
          3},
};
constexpr std::array kTags{
    "SELECT id, CAST(tags AS BLOB) FROM runs",
    "SELECT run_id, CAST(tags AS BLOB) FROM series",
};

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

class Search {
public:
    Search(Database& database, const std::vector<std::string>& words)
        : m_database(database)
        , m_words(words) {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i].contains('='))
                m_withEquals |= Mask{1} << i;
    }

    HistoryResult<std::vector<RunId>> run() {
        auto done = m_database.read(kRunTexts, {}, [this](const QSqlQuery& row) -> HistoryResult<void> {
            m_runs.push_back({row.value(0).toLongLong()});
            m_missing[m_runs.back().value] = m_words.all();
            m_incomplete += m_words.all() != 0 ? 1 : 0;
            lookAt(row, 1);
            return {};
        });
        for (auto sql = kTags.begin(); done && sql != kTags.end(); ++sql)
            done = lookAtTags(*sql);
        for (auto texts = kTexts.begin(); done && texts != kTexts.end(); ++texts)
            done = lookAtTexts(*texts);
        if (!done)
            return std::unexpected(done.error());
        std::erase_if(m_runs, [this](RunId run) { return m_missing[run.value] != 0; });
        return std::move(m_runs);
    }

private:
    HistoryResult<void> lookAtTexts(const Texts& texts) {
        if (m_incomplete == 0)
            return {};
        return m_database.read(texts.sql, {}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            for (int column = 1; column <= texts.columns; ++column)
                lookAt(row, column);
            return {};
        });
    }

    void lookAt(const QSqlQuery& row, int column) {
        Mask* missing = missingOf(row);
        if (missing != nullptr && *missing != 0)
            take(*missing, m_words.found(view(row.value(column).toByteArray()), *missing));
    }

    // Runs of a plan have the same series, so that most tags were seen before.
    HistoryResult<void> lookAtTags(const char* sql) {
        if (m_incomplete == 0)
            return {};
        return m_database.read(sql, {}, [this](const QSqlQuery& row) -> HistoryResult<void> {
            Mask* missing = missingOf(row);
            if (missing == nullptr || *missing == 0)
                return {};
            const QByteArray json = row.value(1).toByteArray();
            const auto [known, isNew] = m_tags.try_emplace(json.toStdString(), 0);
            if (isNew)
                known->second = foundInTags(known->first);
            take(*missing, known->second & *missing);
            return {};
        });
    }

    // In the values, and in key=value as they are shown: a key alone ("name", "status") says nothing of a
    // run.
    Mask foundInTags(const std::string& json) {
        const auto tags = tagsFromJson(json);
        Mask found = 0;
        if (!tags)
            return found; // a run's trouble is told where it is read
        for (const auto& [key, value] : *tags) {
            found |= m_words.found(value, m_words.all());
            if (m_withEquals != 0)
                found |= m_words.found(key + '=' + value, m_withEquals);
        }
        return found;
    }

    // nullptr: of a run that is not there.
    Mask* missingOf(const QSqlQuery& row) {
        const auto found = m_missing.find(row.value(0).toLongLong());
        return found == m_missing.end() ? nullptr : &found->second;
    }

    void take(Mask& missing, Mask found) {
        missing &= ~found;
        m_incomplete -= found != 0 && missing == 0 ? 1 : 0;
    }

    Database& m_database;
    SearchWords m_words;
    Mask m_withEquals = 0;
    std::vector<RunId> m_runs; // ascending
    std::unordered_map<qint64, Mask> m_missing;
    std::size_t m_incomplete = 0; // runs that miss a word
    std::unordered_map<std::string, Mask> m_tags;
};

} // namespace

HistoryResult<std::vector<RunId>> searchRuns(Database& database, std::string_view words) {
    // One moment: a run that is written or deleted meanwhile is found as a whole or not at all.
    auto moment = Transaction::begin(database, Transaction::Kind::Read);
    if (!moment)
        return std::unexpected(moment.error());
    const std::vector<std::string> all = SearchWords::split(words);
    std::vector<RunId> found;
    for (std::size_t begin = 0; begin == 0 || begin < all.size(); begin += SearchWords::kMost) {
        const std::size_t end = std::min(begin + SearchWords::kMost, all.size());
        auto some = Search(database, {all.begin() + static_cast<std::ptrdiff_t>(begin),
                                      all.begin() + static_cast<std::ptrdiff_t>(end)})
                        .run();
        if (!some || some->empty())
            return some;
        if (begin == 0)
            found = std::move(*some);
        else
            std::erase_if(found, [&](RunId run) { return !std::ranges::binary_search(*some, run); });
    }
    return found;
}

} // namespace bw::history
