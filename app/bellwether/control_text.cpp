#include "app/bellwether/control_text.h"

#include "ui/format/error_text.h"
#include "ui/format/text_table.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace bw::app {
namespace {

using nlohmann::json;
using namespace Qt::StringLiterals;

class ControlWords {
    Q_DECLARE_TR_FUNCTIONS(control)
};

double numberOf(const json& object, const char* key) {
    const auto member = object.find(key);
    return member != object.end() && member->is_number() ? member->get<double>() : 0;
}

QString textOf(const json& object, const char* key) {
    const auto member = object.find(key);
    return member != object.end() && member->is_string() ? format::plain(member->get<std::string>())
                                                         : QString();
}

QString timeOf(const json& object, const char* key) {
    return format::duration(Duration(static_cast<std::int64_t>(numberOf(object, key) * 1e9)));
}

QString countOf(const json& object, const char* key) {
    return format::count(numberOf(object, key));
}

QString headline(const json& status) {
    const bool isPaused = status.contains("paused") && status["paused"] == true;
    const QString stage = isPaused ? ControlWords::tr("paused") : textOf(status, "stage");
    return ControlWords::tr("%1, %2 of %3: %4 VUs, %5 requests, %6 failed, %7 iterations dropped")
        .arg(stage, timeOf(status, "time"), timeOf(status, "planned"), countOf(status, "vus"),
             countOf(status, "requests"), countOf(status, "failed"), countOf(status, "dropped"));
}

QString wantedOf(const json& scenario) {
    return scenario.contains("wantedRate") ? format::perSecond(numberOf(scenario, "wantedRate"))
                                           : countOf(scenario, "wantedVUs");
}

QString addedOf(const json& scenario) {
    const double added = numberOf(scenario, "added");
    const QString number = format::number(added);
    return added == 0 ? u"–"_s : (added > 0 ? u"+"_s : QString()) + number;
}

} // namespace

QString socketErrorText(const control::SocketError& error) {
    const QString path = format::plain(error.path);
    switch (error.kind) {
    case control::SocketError::Kind::NameTooLong:
        return ControlWords::tr("%1: a socket's name has 1 to 107 bytes; choose a shorter path").arg(path);
    case control::SocketError::Kind::InUse:
        return ControlWords::tr("%1: another run listens there; choose another path").arg(path);
    case control::SocketError::Kind::NoSocket:
        return ControlWords::tr("%1: the file that is there is no socket; choose another path").arg(path);
    case control::SocketError::Kind::NobodyThere:
        return ControlWords::tr("%1: no run listens there; start one with --control %1").arg(path);
    case control::SocketError::Kind::NoAnswer:
        return ControlWords::tr("%1: no answer; the run may just have ended").arg(path);
    case control::SocketError::Kind::Failed:
        break;
    }
    return ControlWords::tr("%1: %2").arg(path, format::systemErrorText(error.systemError));
}

QString controlErrorText(const std::string& word, const std::string& scenario) {
    if (word == "no_load") {
        return ControlWords::tr("the run makes no load now: it sets up, tears down, or is over");
    }
    if (word == "already_paused") {
        return ControlWords::tr("the run is paused already");
    }
    if (word == "not_paused") {
        return ControlWords::tr("the run is not paused");
    }
    if (word == "no_such_scenario") {
        return ControlWords::tr("the run has no scenario “%1”; `status` names them")
            .arg(format::plain(scenario));
    }
    if (word == "follows_plan") {
        return ControlWords::tr("“%1” follows the plan; `add` changes its load beside it")
            .arg(format::plain(scenario));
    }
    return ControlWords::tr("the run did not understand: %1").arg(format::plain(word));
}

QString controlStatusText(const json& status) {
    if (!status.is_object()) {
        return {};
    }
    std::vector<QStringList> rows{{ControlWords::tr("Scenario"), ControlWords::tr("Executor"),
                                   ControlWords::tr("VUs"), ControlWords::tr("Wanted"),
                                   ControlWords::tr("By hand"), ControlWords::tr("Iterations"),
                                   ControlWords::tr("Dropped")}};
    for (const json& scenario : status.value("scenarios", json::array())) {
        if (scenario.is_object()) {
            rows.push_back({textOf(scenario, "name"), textOf(scenario, "executor"), countOf(scenario, "vus"),
                            wantedOf(scenario), addedOf(scenario), countOf(scenario, "iterations"),
                            countOf(scenario, "dropped")});
        }
    }
    return headline(status) + u"\n\n"_s + format::inColumns(rows);
}

} // namespace bw::app
