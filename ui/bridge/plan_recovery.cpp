#include "ui/bridge/plan_recovery.h"

#include "core/base/file.h"
#include "core/testplan/parse.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QUuid>

namespace bw::bridge {
namespace {

const QString kEnding = QStringLiteral(".unsaved.json");
const QString kLockEnding = QStringLiteral(".lock");

std::optional<PlanRecovery::Found> read(const QString& file) {
    const auto bytes = readFile(file.toStdString(), 4 * testplan::kMaxPlanBytes);
    if (!bytes) {
        return std::nullopt;
    }
    const QJsonObject kept = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    const QJsonValue text = kept.value(QLatin1String("text"));
    if (!text.isString()) {
        return std::nullopt;
    }
    return PlanRecovery::Found{
        kept.value(QLatin1String("path")).toString().toStdString(), text.toString().toStdString(),
        kept.value(QLatin1String("draft")).toString().toStdString(),
        QByteArray::fromHex(kept.value(QLatin1String("diskHash")).toString().toLatin1()), file};
}

} // namespace

PlanRecovery::PlanRecovery(QString folder)
    : m_folder(std::move(folder))
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    m_writer.setMaxThreadCount(1);
}

PlanRecovery::~PlanRecovery() {
    forget();
}

QString PlanRecovery::fileOfOurs() const {
    return m_folder + u'/' + m_name + kEnding;
}

std::vector<PlanRecovery::Found> PlanRecovery::pending() const {
    std::vector<Found> found;
    for (const QString& name : QDir(m_folder).entryList({u'*' + kEnding}, QDir::Files, QDir::Time)) {
        const QString file = m_folder + u'/' + name;
        QLockFile lock(file + kLockEnding);
        lock.setStaleLockTime(0); // a lock is as old as its process
        if (!lock.tryLock()) {
            continue; // its window is open
        }
        if (auto kept = read(file)) {
            found.push_back(std::move(*kept));
        }
    }
    return found;
}

void PlanRecovery::discard(const Found& found) {
    QFile::remove(found.file);
}

void PlanRecovery::keep(const std::string& path, const std::string& text, const std::string& draft,
                        const QByteArray& diskHash) {
    if (!m_lock) {
        if (!QDir().mkpath(m_folder)) {
            return;
        }
        constexpr auto kOwnerAlone = QFile::ReadOwner | QFile::WriteOwner;
        QFile::setPermissions(m_folder, kOwnerAlone | QFile::ExeOwner);
        m_lock = std::make_unique<QLockFile>(fileOfOurs() + kLockEnding);
        m_lock->setStaleLockTime(0);
        m_lock->tryLock();
    }
    m_writer.start([file = fileOfOurs(), path, text, draft, diskHash] {
        const QJsonObject kept{{QStringLiteral("path"), QString::fromStdString(path)},
                               {QStringLiteral("diskHash"), QString::fromLatin1(diskHash.toHex())},
                               {QStringLiteral("text"), QString::fromStdString(text)},
                               {QStringLiteral("draft"), QString::fromStdString(draft)}};
        (void)writeFileAtomically(file.toStdString(), QJsonDocument(kept).toJson().toStdString());
    });
}

void PlanRecovery::flush() {
    m_writer.waitForDone();
}

void PlanRecovery::forget() {
    m_writer.clear();
    m_writer.waitForDone();
    if (m_lock) {
        QFile::remove(fileOfOurs());
        m_lock.reset();
    }
}

} // namespace bw::bridge
