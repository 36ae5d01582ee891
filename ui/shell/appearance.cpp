#include "ui/shell/appearance.h"

#include "ui/shell/style_text.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSettings>
#include <QStyleFactory>

namespace bw::shell {
namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kGroup("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");
constexpr uint kPrefersDark = 1; // of the portal's color-scheme
const QString kSetting = QStringLiteral("window/appearance");

} // namespace

Appearance::Appearance(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_desktop(theme::tokens(QGuiApplication::palette()).appearance) {
    const int stored = m_settings.value(kSetting, 0).toInt();
    m_choice = stored == 1 ? Choice::Light : stored == 2 ? Choice::Dark : Choice::Desktop;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
    askPortal();
}

void Appearance::askPortal() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    ask << QString(kGroup) << QString(kKey);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            onPortalSetting(kGroup, kKey, reply.value());
        }
    });
}

void Appearance::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != kGroup || key != kKey) {
        return;
    }
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>()) { // Read wraps it once more
        scheme = scheme.value<QDBusVariant>().variant();
    }
    m_desktop = scheme.toUInt() == kPrefersDark ? theme::Appearance::Dark : theme::Appearance::Light;
    apply();
}

void Appearance::choose(Choice choice) {
    m_choice = choice;
    m_settings.setValue(kSetting, static_cast<int>(choice));
    apply();
}

void Appearance::apply() {
    m_shown = m_choice == Choice::Light  ? theme::Appearance::Light
              : m_choice == Choice::Dark ? theme::Appearance::Dark
                                         : m_desktop;
    QApplication::setPalette(theme::makePalette(m_shown));
    qApp->setStyleSheet(styleText(theme::tokens(m_shown)));
    Q_EMIT changed();
}

} // namespace bw::shell
