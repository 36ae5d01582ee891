#include "core/history/database.h"

#include <QSqlError>
#include <QStringList>
#include <QUrl>

#include <array>
#include <atomic>
#include <sys/resource.h>
#include <utility>

namespace bw::history {

namespace {

// SQLite's primary result codes that mean something of their own to us (sqlite.org/rescode.html).
enum SqliteCode {
    SqliteError = 1,
    SqlitePerm = 3,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCantOpen = 14,
    SqliteMismatch = 20,
    SqliteNotADatabase = 26,
};

// A limit on files' sizes (ulimit -f) reaches SQLite as an I/O error.
bool isFileSizeLimited() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

HistoryErrorKind kindOf(int code) {
    switch (code & 0xff) {
    case SqliteIoError:
        return isFileSizeLimited() ? HistoryErrorKind::DiskFull : HistoryErrorKind::Failed;
    case SqliteError: // a statement of ours does not fit the file: a table or column is missing
    case SqliteCorrupt:
    case SqliteMismatch:
        return HistoryErrorKind::Damaged;
    case SqlitePerm:
    case SqliteReadOnly:
    case SqliteCantOpen:
        return HistoryErrorKind::NotAllowed;
    case SqliteBusy:
    case SqliteLocked:
        return HistoryErrorKind::Busy;
    case SqliteFull:
        return HistoryErrorKind::DiskFull;
    case SqliteNotADatabase:
        return HistoryErrorKind::NotAHistory;
    default:
        return HistoryErrorKind::Failed;
    }
}

QString nextName() {
    static std::atomic<unsigned> count{0};
    return QStringLiteral("bellwether-history-%1").arg(count.fetch_add(1));
}

void bind(QSqlQuery& query, const QVariantList& values) {
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
}

} // namespace

Database::Database(std::string path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name)) {}

Database::~Database() {
    m_prepared.clear();
    m_reading.clear();
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Database::connection() const {
    return QSqlDatabase::database(m_name, false);
}

HistoryResult<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
    std::unique_ptr<Database> database(new Database(path, nextName()));
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
    QStringList options{QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyMilliseconds)};
    const QString file = QString::fromStdString(path);
    connection.setDatabaseName(file);
    if (access != Access::Write)
        options << QStringLiteral("QSQLITE_OPEN_READONLY");
    if (access == Access::ReadUnwritable) {
        QUrl url = QUrl::fromLocalFile(file);
        url.setQuery(QStringLiteral("immutable=1"));
        connection.setDatabaseName(url.toString(QUrl::FullyEncoded));
        options << QStringLiteral("QSQLITE_OPEN_URI");
    }
    connection.setConnectOptions(options.join(u';'));
    if (!connection.open())
        return std::unexpected(database->error(connection.lastError()));
    static constexpr std::array pragmas{"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON",
                                        "PRAGMA synchronous=NORMAL"};
    for (const char* pragma : pragmas)
        if (auto done = database->write(pragma); !done)
            return std::unexpected(done.error());
    return database;
}

HistoryError Database::error(const QSqlError& error) const {
    const int code = error.nativeErrorCode().toInt();
    return {.kind = kindOf(code), .path = m_path, .sqliteCode = code, .details = error.text().toStdString()};
}

HistoryError Database::damaged(std::string details) const {
    return {
        .kind = HistoryErrorKind::Damaged, .path = m_path, .sqliteCode = 0, .details = std::move(details)};
}

HistoryResult<int> Database::write(const char* sql, const QVariantList& values) {
    auto& query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(connection());
        if (!fresh->prepare(QString::fromLatin1(sql)))
            return std::unexpected(error(fresh->lastError()));
        query = std::move(fresh);
    }
    bind(*query, values);
    if (!query->exec()) {
        const HistoryError failed = error(query->lastError());
        m_prepared.erase(sql);
        return std::unexpected(failed);
    }
    m_lastRowId = query->lastInsertId().toLongLong();
    const int changed = query->numRowsAffected();
    query->finish(); // else its snapshot stays open
    return changed;
}

HistoryResult<void> Database::read(const char* sql, const QVariantList& values, const Row& row) {
    // Taken out while it is in use, for `row` may read by the same text.
    std::unique_ptr<QSqlQuery> prepared = std::move(m_reading[sql]);
    if (!prepared) {
        prepared = std::make_unique<QSqlQuery>(connection());
        prepared->setForwardOnly(true); // else Qt keeps every row
        if (!prepared->prepare(QString::fromLatin1(sql)))
            return std::unexpected(error(prepared->lastError()));
    }
    QSqlQuery& query = *prepared;
    bind(query, values);
    if (!query.exec())
        return std::unexpected(error(query.lastError()));
    HistoryResult<void> done;
    while (done && query.next())
        done = row(query);
    if (done && query.lastError().isValid())
        return std::unexpected(error(query.lastError()));
    query.finish(); // else its snapshot stays open
    m_reading[sql] = std::move(prepared);
    return done;
}

HistoryResult<qint64> Database::number(const char* sql, const QVariantList& values, qint64 otherwise) {
    qint64 found = otherwise;
    auto done = read(sql, values, [&found](const QSqlQuery& row) -> HistoryResult<void> {
        found = row.value(0).toLongLong();
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

HistoryResult<void> Database::script(const char* text) {
    const QStringList statements = QString::fromUtf8(text).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    for (const QString& statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        QSqlQuery query(connection());
        if (!query.exec(statement))
            return std::unexpected(error(query.lastError()));
    }
    return {};
}

HistoryResult<Transaction> Transaction::begin(Database& database, Kind kind) {
    // A writer takes the write lock at once: upgrading later could fail without waiting.
    if (auto begun = database.write(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
        return std::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // After some errors SQLite has rolled back already, and says so: nothing to do then.
    if (m_database != nullptr) [[maybe_unused]]
        const auto rolledBack = m_database->write("ROLLBACK");
}

HistoryResult<void> Transaction::commit() {
    auto done = m_database->write("COMMIT");
    if (!done)
        return std::unexpected(done.error());
    m_database = nullptr;
    return {};
}

} // namespace bw::history
