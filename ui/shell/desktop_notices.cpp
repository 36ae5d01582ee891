#include "ui/shell/desktop_notices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace bw::shell {
namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kShow = QStringLiteral("default"); // the name of what a click on the message does
constexpr int kAsTheDesktopLikes = -1;           // how long it stays
constexpr uint kReplacesNone = 0;

QDBusMessage call(const QString& method) {
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

DesktopNotices::DesktopNotices(const QDBusConnection& bus, Instead instead, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
    , m_instead(std::move(instead)) {
    if (!m_bus.isConnected()) {
        return;
    }
    // From whoever sends them: to ask who owns the service's name would wait for the bus.
    m_bus.connect(QString(), kPath, kService, QStringLiteral("ActionInvoked"), this,
                  SLOT(onAction(uint, QString)));
    m_bus.connect(QString(), kPath, kService, QStringLiteral("NotificationClosed"), this,
                  SLOT(onClosed(uint, uint)));
    askCapabilities();
}

void DesktopNotices::askCapabilities() {
    QDBusMessage ask = call(QStringLiteral("GetCapabilities"));
    ask.setAutoStartService(false); // it is asked again, in a way, when there is something to say
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (!reply.isError()) {
            m_readsMarkup = reply.value().contains(QStringLiteral("body-markup"));
        }
    });
}

void DesktopNotices::tell(const QString& title, const QString& text, Urgency urgency) {
    if (!m_bus.isConnected()) {
        m_instead(title, text);
        return;
    }
    // The text holds signs like "<" in nearly every sentence; a reader of markup must not take them for it.
    QDBusMessage notify = call(QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(urgency))},
                            {QStringLiteral("desktop-entry"), QStringLiteral("bellwether")}};
    notify << QStringLiteral("Bellwether") << kReplacesNone << QStringLiteral("bellwether") << title
           << (m_readsMarkup ? text.toHtmlEscaped() : text) << QStringList{kShow, tr("Show")} << hints
           << kAsTheDesktopLikes;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, title, text] { onAnswered(*watcher, title, text); });
}

void DesktopNotices::onAnswered(QDBusPendingCallWatcher& call, const QString& title, const QString& text) {
    call.deleteLater();
    const QDBusPendingReply<uint> reply = call;
    if (reply.isError()) {
        m_instead(title, text);
    } else {
        m_shown.insert(reply.value());
    }
}

void DesktopNotices::onAction(uint id, const QString& action) {
    if (action == kShow && m_shown.contains(id)) {
        Q_EMIT activated();
    }
}

void DesktopNotices::onClosed(uint id, uint /*reason*/) {
    m_shown.remove(id);
}

} // namespace bw::shell
