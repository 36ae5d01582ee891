#include "ui/bridge/stored_picture.h"

#include "core/run/event_log.h"
#include "core/run/stored_run.h"
#include "ui/bridge/gauge_window.h"
#include "ui/bridge/mark_level.h"
#include "ui/format/event_text.h"
#include "ui/format/mark_text.h"
#include "ui/format/words.h"

#include <algorithm>

namespace bw::bridge {
namespace {

LogLevel levelOf(history::LogLevel level) {
    switch (level) {
    case history::LogLevel::Debug:
        return LogLevel::Debug;
    case history::LogLevel::Warning:
        return LogLevel::Warning;
    case history::LogLevel::Error:
        return LogLevel::Error;
    case history::LogLevel::Info:
        break;
    }
    return LogLevel::Info;
}

LogLine lineOf(const history::LogRecord& record) {
    const std::optional<engine::Event> event = run::eventOf(record);
    return {record.at, levelOf(record.level), format::plain(record.source),
            event ? format::eventText(*event) : format::plain(record.text)};
}

} // namespace

history::HistoryResult<RunPicturePtr> loadPicture(const history::HistoryStore& store, history::RunId run) {
    auto stored = run::loadRun(store, run, run::CurveDetail::Overview);
    if (!stored) {
        return std::unexpected(std::move(stored.error()));
    }
    auto picture = std::make_shared<RunPicture>();
    for (const history::LogRecord& record : stored->messages) {
        picture->log.push_back(lineOf(record));
        if (record.level >= history::LogLevel::Warning) {
            stored->model.warnings.push_back(picture->log.back().text.toStdString());
        }
    }
    for (const history::MarkRecord& mark : stored->marks) {
        picture->log.insert(std::ranges::upper_bound(picture->log, mark.at, {}, &LogLine::at),
                            {mark.at, levelOf(mark), QString(), format::markText(mark)});
    }
    picture->gauges = gaugesOf(stored->model.verdict.evaluation);
    picture->model = std::move(stored->model);
    return picture;
}

} // namespace bw::bridge
