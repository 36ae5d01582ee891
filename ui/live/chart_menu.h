#pragma once

#include <QString>
#include <QToolButton>

#include <map>
#include <optional>

class QAction;
class QSettings;

namespace bw::live {

// Which charts are shown: those that the run has something for, and of them the usual ones until somebody
// decides otherwise, which is remembered. The menu stays open while charts are switched.
class ChartMenu : public QToolButton {
    Q_OBJECT

public:
    // The settings outlive the menu.
    explicit ChartMenu(QSettings& settings, QWidget* parent = nullptr);

    // `key` names the chart in the settings, `name` in the menu; in the order of the charts.
    void add(const QString& key, const QString& name);

    struct Offer {
        bool hasAny = false;  // of what the chart shows
        bool isUsual = false; // shown unless somebody decided otherwise
    };
    void setOffer(const QString& key, const Offer& offer);
    [[nodiscard]] bool isShown(const QString& key) const;

Q_SIGNALS:
    // Somebody switched a chart.
    void switched();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        QAction* action = nullptr;
        Offer offer;
        std::optional<bool> decided;
    };

    void decide(const QString& key, std::optional<bool> isOn);
    void forgetDecisions();
    void show(const Entry& entry);

    QSettings& m_settings;
    QAction* m_usual;
    std::map<QString, Entry> m_entries;
};

} // namespace bw::live
