#include "ui/format/error_text.h"

#include "ui/format/words.h"

#include <cerrno>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using metrics::Outcome;

QString withCode(const QString& text, int systemError) {
    return systemError == 0 ? text : Words::tr("%1 (%2)").arg(text, systemErrorText(systemError));
}

QString unexpectedFile(const FileError& error, const QString& path) {
    return error.systemError == 0 ? Words::tr("%1 could not be read or written.").arg(path)
                                  : Words::tr("%1 could not be read or written: %2.")
                                        .arg(path, systemErrorText(error.systemError));
}

QString netWords(net::NetErrorKind kind) {
    switch (kind) {
    case net::NetErrorKind::Dns:
        return Words::tr("the host's name was not found");
    case net::NetErrorKind::Refused:
        return Words::tr("nobody listens there");
    case net::NetErrorKind::Reset:
        return Words::tr("the connection was broken");
    case net::NetErrorKind::Timeout:
        return Words::tr("there was no answer in time");
    case net::NetErrorKind::Unreachable:
        return Words::tr("there is no way to that address");
    case net::NetErrorKind::NoPorts:
        return Words::tr("this machine has no free port left for that address");
    case net::NetErrorKind::NoDescriptors:
        return Words::tr("this machine allows no more open connections; raise the limit with ulimit -n");
    case net::NetErrorKind::NoMemory:
        return Words::tr("there is not enough memory");
    case net::NetErrorKind::AddressInUse:
        return Words::tr("another program uses that address");
    case net::NetErrorKind::NotAllowed:
        return Words::tr("the system forbids it");
    case net::NetErrorKind::NotAvailable:
        return Words::tr("this machine cannot do that");
    case net::NetErrorKind::Closed:
        return Words::tr("the connection was closed");
    case net::NetErrorKind::Tls:
        return Words::tr("the secure connection could not be made");
    case net::NetErrorKind::BadCertificate:
        return Words::tr("the certificate or key of the plan (defaults.http.tls) cannot be used");
    case net::NetErrorKind::Failed:
        return Words::tr("the network failed");
    }
    return {};
}

QString historyWords(const history::HistoryError& error, const QString& path) {
    using enum history::HistoryErrorKind;
    switch (error.kind) {
    case NotFound:
        return Words::tr("There is no history at %1.").arg(path);
    case NotAllowed:
        return Words::tr(
                   "The history %1 may not be read or written; check the permissions of the file and its "
                   "folder.")
            .arg(path);
    case NotAHistory:
        return Words::tr("%1 is no history of this program.").arg(path);
    case TooNew:
        return Words::tr("The history %1 was written by a newer version of this program.").arg(path);
    case Damaged:
        return Words::tr("The history %1 is damaged.").arg(path);
    case Busy:
        return Words::tr("The history %1 is in use by another program; try again in a moment.").arg(path);
    case DiskFull:
        return Words::tr("There is no space left for the history %1.").arg(path);
    case Failed:
        return Words::tr("The history %1 could not be read or written.").arg(path);
    case NoSuchRun:
        return Words::tr("The history %1 has no such run.").arg(path);
    case RunIsRunning:
        return Words::tr("That cannot be done while the run goes on.");
    case Cancelled:
        return Words::tr("The export was cancelled.");
    }
    return {};
}

} // namespace

QString systemErrorText(int systemError) {
    switch (systemError) {
    case EACCES:
    case EPERM:
        return Words::tr("permission denied");
    case EROFS:
        return Words::tr("the file system is read-only");
    case EIO:
        return Words::tr("the device failed");
    case ELOOP:
        return Words::tr("too many symbolic links");
    case ENAMETOOLONG:
        return Words::tr("the name is too long");
    case EMFILE:
    case ENFILE:
        return Words::tr("too many open files");
    case ENOMEM:
        return Words::tr("not enough memory");
    case ETXTBSY:
    case EBUSY:
        return Words::tr("it is in use");
    default:
        return Words::tr("error %1").arg(systemError);
    }
}

QString fileErrorText(const FileError& error) {
    const QString path = plain(error.path);
    switch (error.kind) {
    case FileErrorKind::NotFound:
        return Words::tr("%1 does not exist.").arg(path);
    case FileErrorKind::NotAllowed:
        return Words::tr("%1 may not be read or written; check its permissions.").arg(path);
    case FileErrorKind::NotAFile:
        return Words::tr("%1 is no ordinary file.").arg(path);
    case FileErrorKind::TooLarge:
        return Words::tr("%1 is too large.").arg(path);
    case FileErrorKind::NoSpace:
        return Words::tr("There is no space left to write %1.").arg(path);
    case FileErrorKind::Failed:
        return unexpectedFile(error, path);
    }
    return {};
}

QString netErrorText(const net::NetError& error) {
    const bool codeIsKnown = error.kind == net::NetErrorKind::Failed;
    if (!error.detail.empty()) {
        return Words::tr("%1 (%2)").arg(netWords(error.kind), plain(error.detail));
    }
    return withCode(netWords(error.kind), codeIsKnown ? error.systemError : 0);
}

QString historyErrorText(const history::HistoryError& error) {
    return historyWords(error, plain(error.path));
}

QString outcomeText(Outcome outcome) {
    switch (outcome) {
    case Outcome::Ok:
        return Words::tr("answered");
    case Outcome::Dns:
        return Words::tr("host name not found");
    case Outcome::NotAllowed:
        return Words::tr("host not allowed by the plan");
    case Outcome::Refused:
        return Words::tr("connection refused");
    case Outcome::Unreachable:
        return Words::tr("host unreachable");
    case Outcome::Reset:
        return Words::tr("connection broken");
    case Outcome::Closed:
        return Words::tr("connection closed inside the response");
    case Outcome::Timeout:
        return Words::tr("timed out");
    case Outcome::Tls:
        return Words::tr("TLS failed");
    case Outcome::Protocol:
        return Words::tr("response breaks the protocol");
    case Outcome::TooLarge:
        return Words::tr("response too large");
    case Outcome::Local:
        return Words::tr("this machine ran out of ports, descriptors or memory");
    case Outcome::Interrupted:
        return Words::tr("cut off by the end of the run");
    }
    return {};
}

QString failureText(std::string_view errorCode, std::string_view status) {
    if (errorCode.empty()) {
        return Words::tr("status %1").arg(plain(status));
    }
    for (int number = 0; number <= static_cast<int>(Outcome::Interrupted); ++number) {
        if (metrics::outcomeName(static_cast<Outcome>(number)) == errorCode) {
            return outcomeText(static_cast<Outcome>(number));
        }
    }
    return plain(errorCode);
}

} // namespace bw::format
