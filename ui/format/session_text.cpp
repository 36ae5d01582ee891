#include "ui/format/session_text.h"

#include "core/metrics/sample.h"
#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

namespace bw::format {
namespace {

QString meaningOf(std::string_view code) {
    if (code == "1000") {
        return Words::tr("normal");
    }
    if (code == "1001") {
        return Words::tr("going away");
    }
    if (code == "1002") {
        return Words::tr("protocol error");
    }
    if (code == "1003") {
        return Words::tr("data not supported");
    }
    if (code == "1005") {
        return Words::tr("no code");
    }
    if (code == "1007") {
        return Words::tr("invalid data");
    }
    if (code == "1008") {
        return Words::tr("against a policy");
    }
    if (code == "1009") {
        return Words::tr("message too large");
    }
    if (code == "1011") {
        return Words::tr("server error");
    }
    if (code == "1012") {
        return Words::tr("server restarts");
    }
    if (code == "1013") {
        return Words::tr("try again later");
    }
    return {};
}

} // namespace

QString closeCodeText(std::string_view code) {
    const QString number = plain(code);
    const QString meaning = meaningOf(code);
    return meaning.isEmpty() ? number
                             : Words::tr("%1, %2", "a close code and what it means").arg(number, meaning);
}

QString endingText(const report::SessionEnding& ending) {
    if (ending.error.empty()) {
        return closeCodeText(ending.closeCode);
    }
    return ending.error == metrics::outcomeName(metrics::Outcome::Interrupted)
               ? Words::tr("cut off by the end of the run")
               : failureText(ending.error, {});
}

QString endingsText(const std::vector<report::SessionEnding>& endings) {
    QString text;
    for (const report::SessionEnding& ending : endings) {
        text += text.isEmpty() ? QString() : QStringLiteral("; ");
        text += QStringLiteral("%1 × %2").arg(endingText(ending), exactCount(ending.count));
    }
    return text;
}

} // namespace bw::format
