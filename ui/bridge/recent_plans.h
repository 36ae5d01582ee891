#pragma once

#include <QStringList>

class QSettings;

namespace bw::bridge {

// The plans that were open last, the newest first.
class RecentPlans {
public:
    static constexpr int kMost = 12;

    // The settings outlive it.
    explicit RecentPlans(QSettings& settings)
        : m_settings(settings) {}

    // Those whose files are still there.
    [[nodiscard]] QStringList list() const;
    void add(const QString& path);

private:
    QSettings& m_settings;
};

} // namespace bw::bridge
