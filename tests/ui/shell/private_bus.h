#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QVariantMap>

#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace bw::shell {

// A message bus of the test's own, with nothing on it but what the test puts there.
class PrivateBus {
public:
    PrivateBus() {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        EXPECT_TRUE(config.open(QIODevice::WriteOnly));
        config.write(
            "<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8() +
            "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
            "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=") + config.fileName(),
                        QStringLiteral("--print-address"), QStringLiteral("--nofork")});
        EXPECT_TRUE(m_daemon.waitForReadyRead()) << "dbus-daemon is needed for this test";
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;
    ~PrivateBus() {
        for (const QString& name : m_names) {
            QDBusConnection::disconnectFromBus(name);
        }
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    // Each a client of its own.
    QDBusConnection connection(const QString& name) {
        m_names.append(name);
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

// org.freedesktop.Notifications, as a desktop has it: keeps what it is told.
class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note {
        QString title;
        QString text;
        QStringList actions;
        int urgency = 0;
        QString icon;
    };

    NotificationServer(QDBusConnection bus, QStringList capabilities)
        : m_bus(std::move(bus))
        , m_capabilities(std::move(capabilities)) {
        EXPECT_TRUE(
            m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        EXPECT_TRUE(m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
    }

    [[nodiscard]] const std::vector<Note>& notes() const { return m_notes; }
    [[nodiscard]] int asked() const { return m_asked; }
    void click(uint id) { Q_EMIT ActionInvoked(id, QStringLiteral("default")); }

public Q_SLOTS:
    QStringList GetCapabilities() {
        ++m_asked;
        return m_capabilities;
    }
    // The service's own signature.
    uint Notify(const QString& /*program*/, uint /*replaces*/, const QString& icon, const QString& title,
                const QString& text, const QStringList& actions, const QVariantMap& hints, int /*stays*/) {
        m_notes.push_back({title, text, actions, hints.value(QStringLiteral("urgency")).toInt(), icon});
        return static_cast<uint>(m_notes.size()) + 6;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    std::vector<Note> m_notes;
    int m_asked = 0;
};

// Reads what a task bar reads.
class LauncherReader : public QObject {
    Q_OBJECT

public:
    explicit LauncherReader(QDBusConnection bus) {
        EXPECT_TRUE(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                QStringLiteral("Update"), this, SLOT(onUpdate(QString, QVariantMap))));
    }

    struct Update {
        QString entry;
        double progress = 0;
        bool isVisible = false;
    };
    [[nodiscard]] const std::vector<Update>& updates() const { return m_updates; }

private Q_SLOTS:
    void onUpdate(const QString& entry, const QVariantMap& values) {
        m_updates.push_back({entry, values.value(QStringLiteral("progress")).toDouble(),
                             values.value(QStringLiteral("progress-visible")).toBool()});
    }

private:
    std::vector<Update> m_updates;
};

} // namespace bw::shell
