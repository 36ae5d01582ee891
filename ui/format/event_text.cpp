#include "ui/format/event_text.h"

#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <cerrno>

namespace bw::format {
namespace {

QString evaluationText(const expr::EvalError& error) {
    const QString subject = plain(error.subject);
    switch (error.kind) {
    case expr::EvalErrorKind::UndefinedOperand:
        return Words::tr("%1 is missing, and it is calculated with").arg(subject);
    case expr::EvalErrorKind::UndefinedArgument:
        return Words::tr("%1 is missing, and a function needs it").arg(subject);
    case expr::EvalErrorKind::BadArgument:
        return Words::tr("a function cannot take %1").arg(subject);
    case expr::EvalErrorKind::TooLarge:
        return Words::tr("the value became too large");
    }
    return {};
}

// What a library or a protocol says of it; a WebSocket's words are our own.
QString detailText(const std::string& detail) {
    if (detail == "no_upgrade_status" || detail == "no_upgrade") {
        return Words::tr("the server did not become a WebSocket");
    }
    if (detail == "wrong_accept") {
        return Words::tr("the server's answer does not belong to the key that was sent");
    }
    if (detail == "subprotocol_not_offered" || detail == "extension_not_offered") {
        return Words::tr("the server chose a subprotocol or an extension that was not offered");
    }
    return plain(detail);
}

// What happened, and the way out where there is one.
QString failureReason(const engine::ExchangeFailed& event) {
    switch (event.systemError) {
    case EADDRNOTAVAIL:
        return Words::tr("this machine has no free port left for that server; name more addresses in "
                         "defaults.http.localAddresses, or let VUs share connections");
    case EMFILE:
    case ENFILE:
        return Words::tr("this machine allows no more open connections; raise the limit with ulimit -n");
    default:
        break;
    }
    QString reason = outcomeText(event.outcome);
    if (!event.detail.empty()) {
        reason = Words::tr("%1 (%2)").arg(reason, detailText(event.detail));
    }
    // Somebody's own authority, as inside a company.
    const bool isUnknown = event.detail.contains("self-signed") || event.detail.contains("issuer");
    if (event.outcome == metrics::Outcome::Tls && isUnknown) {
        reason = Words::tr("%1; name the server's authority in defaults.http.tls.ca").arg(reason);
    }
    return reason;
}

QString changeText(const engine::ProcessChanged& event) {
    const QString watched = plain(event.watched);
    const QString process = Words::tr("%1 (%2)").arg(plain(event.name)).arg(event.pid);
    switch (event.what) {
    case engine::ProcessChanged::What::NotFound:
        return Words::
            tr("%1: no such process on this machine, or none that this user may see; its resources are not "
               "measured")
                .arg(watched);
    case engine::ProcessChanged::What::Found:
        return Words::tr("%1: the resources of %2 are measured").arg(watched, process);
    case engine::ProcessChanged::What::Gone:
        return Words::tr("%1: %2 has ended; the run goes on without its resources").arg(watched, process);
    case engine::ProcessChanged::What::Left:
        return Words::tr("%1: %2 has another name or has closed the port, and is measured no more")
            .arg(watched, process);
    case engine::ProcessChanged::What::Replaced:
        return Words::tr("%1: the number belongs to another process now, %2, which is not measured")
            .arg(watched, process);
    case engine::ProcessChanged::What::Denied:
        return Words::tr("%1: this user may not see all of %2; what is hidden is left out")
            .arg(watched, process);
    case engine::ProcessChanged::What::Silenced:
        return Words::tr("%1: processes come and go so often that no more of it is told").arg(watched);
    }
    return {};
}

struct ToText {
    QString operator()(const engine::ExpressionFailed& event) const {
        const QString where = event.part.empty()
                                  ? plain(event.step)
                                  : plain(event.step) + QStringLiteral(", ") + plain(event.part);
        return Words::tr("%1: %2 (told once)").arg(where, evaluationText(event.error));
    }
    QString operator()(const engine::InsufficientVus& event) const {
        return Words::tr(
                   "%1: all %2 VUs are busy, so arrivals are dropped; raise maxVUs or look at the target")
            .arg(plain(event.scenario))
            .arg(event.maxVus);
    }
    QString operator()(const engine::FeedEnded& event) const {
        return Words::tr("the feed %1 is used up; VUs that read it stop").arg(plain(event.feed));
    }
    QString operator()(const engine::BadRequest& event) const {
        return Words::tr("%1: no request can be made of \"%2\" (told once)")
            .arg(plain(event.step), plain(event.text));
    }
    QString operator()(const engine::ExchangeFailed& event) const {
        return Words::tr("%1: %2 (told once)").arg(plain(event.step), failureReason(event));
    }
    QString operator()(const engine::ClockCorrected& event) const {
        const QString by = duration(event.ahead < Duration::zero() ? -event.ahead : event.ahead);
        return (event.ahead < Duration::zero()
                    ? Words::tr("%1: the server's clock is %2 ahead of this machine's; message latencies are "
                                "corrected by round trips")
                    : Words::tr("%1: the server's clock is %2 behind this machine's; message latencies are "
                                "corrected by round trips"))
            .arg(plain(event.step), by);
    }
    QString operator()(const engine::TooFewConnections& event) const {
        return Words::tr("this run may need %1 connections at a time, and this machine allows %2; raise the "
                         "limit with ulimit -n, let the io_uring event loop be used, or let VUs share "
                         "connections")
            .arg(exactCount(event.wanted), exactCount(event.possible));
    }
    QString operator()(const engine::ProcessChanged& event) const { return changeText(event); }
    QString operator()(const engine::DebugExchange& event) const {
        return QString::fromStdString(event.text);
    }
};

} // namespace

QString eventText(const engine::Event& event) {
    return std::visit(ToText(), event.what);
}

QString historyStateText(history::WriterState state) {
    switch (state) {
    case history::WriterState::Writing:
        return Words::tr("the history is written again");
    case history::WriterState::Busy:
        return Words::tr("another program holds the history; the run goes on and is written when it is free");
    case history::WriterState::DiskFull:
        return Words::tr("the disk of the history is full; the run goes on, free some space to keep it");
    case history::WriterState::Failing:
        return Words::tr("the history cannot be written; the run goes on and may not be kept");
    }
    return {};
}

QString startErrorText(const std::variant<history::HistoryError, net::NetError, FileError>& error) {
    if (const auto* history = std::get_if<history::HistoryError>(&error)) {
        return historyErrorText(*history);
    }
    if (const auto* net = std::get_if<net::NetError>(&error)) {
        return netErrorText(*net);
    }
    return fileErrorText(std::get<FileError>(error));
}

} // namespace bw::format
