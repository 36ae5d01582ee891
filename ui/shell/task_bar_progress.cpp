#include "ui/shell/task_bar_progress.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace bw::shell {
namespace {

const QString kPath = QStringLiteral("/com/canonical/unity/launcherentry/bellwether");
const QString kInterface = QStringLiteral("com.canonical.Unity.LauncherEntry");
const QString kEntry = QStringLiteral("application://bellwether.desktop");

} // namespace

TaskBarProgress::TaskBarProgress(const QDBusConnection& bus)
    : m_bus(bus) {}

void TaskBarProgress::show(double share) {
    const int hundredths = std::isfinite(share) ? std::clamp(static_cast<int>(share * 100), 0, 100) : 0;
    if (m_hundredths != hundredths) {
        m_hundredths = hundredths;
        send();
    }
}

void TaskBarProgress::clear() {
    if (m_hundredths) {
        m_hundredths.reset();
        send();
    }
}

void TaskBarProgress::send() const {
    if (!m_bus.isConnected()) {
        return;
    }
    QDBusMessage update = QDBusMessage::createSignal(kPath, kInterface, QStringLiteral("Update"));
    update << kEntry
           << QVariantMap{{QStringLiteral("progress"), m_hundredths.value_or(0) / 100.0},
                          {QStringLiteral("progress-visible"), m_hundredths.has_value()}};
    m_bus.send(update);
}

} // namespace bw::shell
