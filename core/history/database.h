#pragma once

#include "core/history/history_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace bw::history {

// One connection to a history file. Made, used and destroyed in one thread. Nothing in the file is trusted:
// its schema may not call functions, and cells are checked. Waits up to 5 s for other writers.
class Database {
public:
    enum class Access {
        Read,
        ReadUnwritable, // for a file whose folder takes no lock files; ignores other writers
        Write,
    };
    static constexpr int kBusyMilliseconds = 5000;

    [[nodiscard]] static HistoryResult<std::unique_ptr<Database>> open(const std::string& path,
                                                                       Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    using Row = std::function<HistoryResult<void>(const QSqlQuery&)>;

    // Runs a statement that gives no rows; prepared once for each text (a literal: compared by address).
    // Returns how many rows it changed.
    HistoryResult<int> write(const char* sql, const QVariantList& values = {});
    // Calls `row` for each row; its error ends the reading. Prepared once for each text, too: a long run is
    // read by a few texts, hundreds of times.
    [[nodiscard]] HistoryResult<void> read(const char* sql, const QVariantList& values, const Row& row);
    // The first column of the first row; `otherwise` when there is none.
    [[nodiscard]] HistoryResult<qint64> number(const char* sql, const QVariantList& values = {},
                                               qint64 otherwise = 0);
    // Statements out of a text, each ended by ";" at a line's end.
    [[nodiscard]] HistoryResult<void> script(const char* text);

    [[nodiscard]] qint64 lastRowId() const { return m_lastRowId; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] HistoryError damaged(std::string details) const;

private:
    Database(std::string path, QString name);
    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] HistoryError error(const QSqlError& error) const;

    std::string m_path;
    QString m_name;
    qint64 m_lastRowId = 0;
    std::unordered_map<const char*, std::unique_ptr<QSqlQuery>> m_prepared;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_reading; // by text; none while in use
};

// All or nothing: what was not committed is rolled back.
class Transaction {
public:
    enum class Kind { Read, Write };
    [[nodiscard]] static HistoryResult<Transaction> begin(Database& database, Kind kind);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    [[nodiscard]] HistoryResult<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database) {}
    Database* m_database;
};

} // namespace bw::history
