#include "ui/bridge/feed_reader.h"

#include "core/base/file.h"
#include "core/expr/value_text.h"
#include "core/runplan/compile.h"
#include "core/testplan/plan_file.h"
#include "ui/format/compile_error_text.h"
#include "ui/format/error_text.h"

#include <algorithm>

namespace bw::bridge {
namespace {

constexpr std::size_t kShownRows = 50;

FeedPreviewPtr failed(const QString& words) {
    return std::make_shared<const FeedPreview>(FeedPreview{{}, {}, 0, words});
}

FeedPreviewPtr readPreview(const std::string& folder, const std::string& file) {
    const std::string path = testplan::pathUnder(folder, file);
    const auto text =
        path.empty()
            ? Result<std::string, FileError>(std::unexpected(FileError{FileErrorKind::NotAllowed, file, 0}))
            : readFile(path, runplan::kMaxFeedBytes);
    if (!text) {
        return failed(format::fileErrorText(text.error()));
    }
    const auto data = file.ends_with(".json") ? runplan::readJsonFeed(*text) : runplan::readCsvFeed(*text);
    if (!data) {
        runplan::CompileError error;
        error.kind = runplan::CompileErrorKind::Feed;
        error.file.path = file;
        error.feed = data.error();
        return failed(format::compileErrorText(error));
    }
    FeedPreview preview;
    preview.rowCount = data->rowCount();
    for (const std::string& column : data->columns) {
        preview.columns << QString::fromStdString(column);
    }
    for (std::size_t row = 0; row < std::min(data->rowCount(), kShownRows); ++row) {
        QStringList cells;
        for (std::size_t column = 0; column < data->columns.size(); ++column) {
            cells << QString::fromStdString(expr::toText(data->cell(row, column)));
        }
        preview.rows.push_back(std::move(cells));
    }
    return std::make_shared<const FeedPreview>(std::move(preview));
}

} // namespace

void FeedReader::read(const std::string& folder, const std::string& file) {
    m_worker.run([folder, file] { return readPreview(folder, file); },
                 [this, generation = ++m_generation](const FeedPreviewPtr& preview) {
                     if (generation == m_generation) {
                         Q_EMIT done(preview);
                     }
                 });
}

} // namespace bw::bridge
