#include "core/expr/utf8.h"
#include "core/runplan/feed_data.h"

#include <algorithm>

namespace bw::runplan {
namespace {

// Reads one cell after another; knows the line it is in, so that an error can name it.
class CsvReader {
public:
    explicit CsvReader(std::string_view text)
        : m_text(text) {
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (m_text.starts_with(kByteOrderMark)) {
            m_text.remove_prefix(kByteOrderMark.size());
        }
    }

    [[nodiscard]] bool atEnd() const { return m_text.empty(); }
    [[nodiscard]] std::size_t line() const { return m_line; }

    // Fills `row` with the cells up to the end of the record.
    [[nodiscard]] Result<void, FeedError> readRow(std::vector<std::string>& row) {
        row.clear();
        m_line = m_nextLine;
        for (;;) {
            if (auto cell = m_text.starts_with('"') ? readQuoted() : readBare(); cell) {
                row.push_back(std::move(*cell));
            } else {
                return std::unexpected(std::move(cell.error()));
            }
            if (m_text.starts_with(',')) {
                m_text.remove_prefix(1);
                continue;
            }
            takeLineEnd();
            return {};
        }
    }

private:
    void takeLineEnd() {
        if (m_text.starts_with("\r\n")) {
            m_text.remove_prefix(2);
        } else if (!m_text.empty()) {
            m_text.remove_prefix(1);
        }
        ++m_nextLine;
    }

    Result<std::string, FeedError> readBare() {
        const std::size_t end = std::min(m_text.find_first_of(",\r\n"), m_text.size());
        std::string cell(m_text.substr(0, end));
        m_text.remove_prefix(end);
        return cell;
    }

    Result<std::string, FeedError> readQuoted() {
        std::string cell;
        m_text.remove_prefix(1);
        for (;;) {
            const std::size_t quote = m_text.find('"');
            if (quote == std::string_view::npos) {
                return std::unexpected(FeedError{FeedErrorKind::UnclosedQuote, m_line, {}});
            }
            const std::string_view piece = m_text.substr(0, quote);
            m_nextLine += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
            cell += piece;
            m_text.remove_prefix(quote + 1);
            if (!m_text.starts_with('"')) {
                break;
            }
            cell += '"';
            m_text.remove_prefix(1);
        }
        if (!m_text.empty() && m_text.find_first_of(",\r\n") != 0) {
            return std::unexpected(FeedError{FeedErrorKind::TextAfterQuote, m_nextLine, {}});
        }
        return cell;
    }

    std::string_view m_text;
    std::size_t m_line = 1;
    std::size_t m_nextLine = 1;
};

// The first line that holds bytes that are no UTF-8; 0 when there is none.
std::size_t lineThatIsNotUtf8(std::string_view text) {
    std::size_t line = 1;
    while (!text.empty()) {
        const std::size_t length = expr::utf8Length(text);
        if (length == 0) {
            return line;
        }
        line += text.front() == '\n' ? 1 : 0;
        text.remove_prefix(length);
    }
    return 0;
}

bool isBlank(const std::vector<std::string>& row) {
    return row.size() == 1 && row.front().empty();
}

Result<void, FeedError> takeColumns(CsvReader& reader, FeedData& feed) {
    if (auto read = reader.readRow(feed.columns); !read) {
        return read;
    }
    if (isBlank(feed.columns)) {
        return std::unexpected(FeedError{FeedErrorKind::NoColumns, 1, {}});
    }
    for (auto column = feed.columns.begin(); column != feed.columns.end(); ++column) {
        if (std::find(feed.columns.begin(), column, *column) != column) {
            return std::unexpected(FeedError{FeedErrorKind::DuplicateColumn, 1, *column});
        }
    }
    return {};
}

} // namespace

Result<FeedData, FeedError> readCsvFeed(std::string_view text) {
    if (const std::size_t line = lineThatIsNotUtf8(text); line > 0) {
        return std::unexpected(FeedError{FeedErrorKind::NotUtf8, line, {}});
    }
    FeedData feed;
    CsvReader reader(text);
    if (auto taken = takeColumns(reader, feed); !taken) {
        return std::unexpected(std::move(taken.error()));
    }
    std::vector<std::string> row;
    std::size_t blanks = 0; // of one column: records when another one follows, the file's end otherwise
    while (!reader.atEnd()) {
        if (auto read = reader.readRow(row); !read) {
            return std::unexpected(std::move(read.error()));
        }
        if (isBlank(row)) {
            blanks += feed.columns.size() == 1 ? 1 : 0;
            continue; // a blank line, as editors leave at the end
        }
        if (row.size() != feed.columns.size()) {
            return std::unexpected(
                FeedError{FeedErrorKind::UnevenRow, reader.line(), std::to_string(row.size())});
        }
        if (feed.cells.size() + blanks + row.size() > kMaxFeedCells) {
            return std::unexpected(FeedError{FeedErrorKind::TooManyRows, reader.line(), {}});
        }
        for (; blanks > 0; --blanks) {
            feed.cells.push_back(expr::Value::string({}));
        }
        for (std::string& cell : row) {
            feed.cells.push_back(expr::Value::string(cell));
        }
    }
    if (feed.cells.empty()) {
        return std::unexpected(FeedError{FeedErrorKind::Empty, reader.line(), {}});
    }
    return feed;
}

} // namespace bw::runplan
