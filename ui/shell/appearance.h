#pragma once

#include "ui/theme/tokens.h"

#include <QDBusVariant>
#include <QObject>

#include <cstdint>

class QSettings;

namespace bw::shell {

// Light, dark, or as the desktop says: palette and style sheet of the whole application. The desktop is asked
// by its portal (org.freedesktop.appearance), which also tells of changes; without one, by the palette Qt
// began with.
class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Choice : std::uint8_t { Desktop, Light, Dark };
    Q_ENUM(Choice)

    // Applies what was chosen last. The settings outlive it.
    explicit Appearance(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void choose(Choice choice);
    [[nodiscard]] theme::Appearance shown() const { return m_shown; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void apply();

    QSettings& m_settings;
    Choice m_choice = Choice::Desktop;
    theme::Appearance m_desktop;
    theme::Appearance m_shown = theme::Appearance::Light;
};

} // namespace bw::shell
