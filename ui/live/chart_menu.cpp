#include "ui/live/chart_menu.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSettings>

namespace bw::live {
namespace {

QString settingOf(const QString& key) {
    return QStringLiteral("live/charts/") + key;
}

} // namespace

ChartMenu::ChartMenu(QSettings& settings, QWidget* parent)
    : QToolButton(parent)
    , m_settings(settings) {
    setText(tr("Charts"));
    setToolTip(tr("Which charts are shown"));
    setAutoRaise(true);
    setPopupMode(InstantPopup);
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->installEventFilter(this);
    menu->addSeparator();
    m_usual = menu->addAction(tr("The usual ones"), this, &ChartMenu::forgetDecisions);
    setMenu(menu);
}

void ChartMenu::add(const QString& key, const QString& name) {
    Entry entry;
    if (const QVariant stored = m_settings.value(settingOf(key)); stored.isValid()) {
        entry.decided = stored.toBool();
    }
    entry.action = new QAction(name, menu());
    entry.action->setCheckable(true);
    connect(entry.action, &QAction::triggered, this, [this, key](bool isOn) {
        decide(key, isOn);
        Q_EMIT switched();
    });
    menu()->insertAction(menu()->actions().at(menu()->actions().size() - 2), entry.action);
    show(m_entries.emplace(key, entry).first->second);
}

void ChartMenu::setOffer(const QString& key, const Offer& offer) {
    Entry& entry = m_entries.at(key);
    entry.offer = offer;
    show(entry);
}

bool ChartMenu::isShown(const QString& key) const {
    const Entry& entry = m_entries.at(key);
    return entry.offer.hasAny && entry.decided.value_or(entry.offer.isUsual);
}

void ChartMenu::decide(const QString& key, std::optional<bool> isOn) {
    Entry& entry = m_entries.at(key);
    entry.decided = isOn;
    if (isOn) {
        m_settings.setValue(settingOf(key), *isOn);
    } else {
        m_settings.remove(settingOf(key));
    }
    show(entry);
}

void ChartMenu::forgetDecisions() {
    for (const auto& [key, entry] : m_entries) {
        decide(key, std::nullopt);
    }
    Q_EMIT switched();
}

void ChartMenu::show(const Entry& entry) {
    entry.action->setEnabled(entry.offer.hasAny);
    entry.action->setChecked(entry.decided.value_or(entry.offer.isUsual));
    entry.action->setToolTip(entry.offer.hasAny ? QString() : tr("This run has nothing to show here"));
    bool isDecided = false;
    for (const auto& [key, other] : m_entries) {
        isDecided = isDecided || other.decided.has_value();
    }
    m_usual->setEnabled(isDecided);
}

// A click or the space bar switches a chart without closing the menu.
bool ChartMenu::eventFilter(QObject* watched, QEvent* event) {
    QAction* action = nullptr;
    if (event->type() == QEvent::MouseButtonRelease) {
        action = menu()->actionAt(static_cast<QMouseEvent*>(event)->position().toPoint());
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        action = menu()->activeAction();
    }
    if (action != nullptr && action->isCheckable() && action->isEnabled()) {
        action->trigger();
        return true;
    }
    return QToolButton::eventFilter(watched, event);
}

} // namespace bw::live
