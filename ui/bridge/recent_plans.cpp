#include "ui/bridge/recent_plans.h"

#include <QFileInfo>
#include <QSettings>

namespace bw::bridge {
namespace {

const QString kKey = QStringLiteral("plans/recent");

} // namespace

QStringList RecentPlans::list() const {
    QStringList there;
    for (const QString& path : m_settings.value(kKey).toStringList()) {
        if (QFileInfo::exists(path)) {
            there.append(path);
        }
    }
    return there;
}

void RecentPlans::add(const QString& path) {
    QStringList all = m_settings.value(kKey).toStringList();
    const QString whole = QFileInfo(path).absoluteFilePath();
    all.removeAll(whole);
    all.prepend(whole);
    m_settings.setValue(kKey, QStringList(all.mid(0, kMost)));
}

} // namespace bw::bridge
