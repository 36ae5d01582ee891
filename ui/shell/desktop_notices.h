#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <cstdint>
#include <functional>

class QDBusPendingCallWatcher;

namespace bw::shell {

// Messages of the desktop, outside the window: by org.freedesktop.Notifications, and where no such service
// answers by the way that was given instead. Every call is asynchronous; nothing here waits.
class DesktopNotices : public QObject {
    Q_OBJECT

public:
    enum class Urgency : std::uint8_t { Normal = 1, Critical = 2 }; // the service's numbers
    using Instead = std::function<void(const QString& title, const QString& text)>;

    DesktopNotices(const QDBusConnection& bus, Instead instead, QObject* parent = nullptr);

    // Plain text, both.
    void tell(const QString& title, const QString& text, Urgency urgency);

Q_SIGNALS:
    // A person clicked one of the messages.
    void activated();

private Q_SLOTS:
    void onAction(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    void askCapabilities();
    void onAnswered(QDBusPendingCallWatcher& call, const QString& title, const QString& text);

    QDBusConnection m_bus;
    Instead m_instead;
    QSet<uint> m_shown;        // messages of ours that can still be clicked
    bool m_readsMarkup = true; // until the service says otherwise: most do
};

} // namespace bw::shell
