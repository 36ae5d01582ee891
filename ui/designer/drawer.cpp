#include "ui/designer/drawer.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace bw::designer {

Drawer::Drawer(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QHBoxLayout(this))
    , m_words(new widgets::ElidedLabel(this))
    , m_pages(new QStackedWidget(this)) {
    m_bar->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    m_bar->setSpacing(theme::kHalfGrid);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_bar->addSpacing(theme::kGrid);
    m_bar->addWidget(m_words, 1);
    m_pages->setMinimumHeight(12 * theme::kGrid);
    m_pages->hide();
}

void Drawer::addPage(const QString& name, QToolButton* opener, QWidget* page) {
    opener->setCheckable(true);
    opener->setProperty("quiet", true);
    opener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->insertWidget(m_bar->count() - 2, opener);
    m_pages->addWidget(page);
    m_all.push_back({name, opener, page});
    connect(opener, &QToolButton::toggled, this, [this, page](bool isOn) {
        if (!m_isChanging) {
            isOn ? open(page) : close();
        }
    });
}

void Drawer::show(const Page* page) {
    m_isChanging = true;
    for (const Page& one : m_all) {
        one.opener->setChecked(&one == page);
    }
    m_isChanging = false;
    if (page != nullptr) {
        m_pages->setCurrentWidget(page->page);
    }
    m_pages->setVisible(page != nullptr);
    Q_EMIT changed();
}

void Drawer::open(const QWidget* page) {
    const auto found = std::ranges::find(m_all, page, &Page::page);
    show(found == m_all.end() ? nullptr : &*found);
}

void Drawer::close() {
    show(nullptr);
}

bool Drawer::isOpen(const QWidget* page) const {
    return !m_pages->isHidden() && m_pages->currentWidget() == page;
}

QString Drawer::openName() const {
    const auto found = std::ranges::find_if(m_all, [this](const Page& one) { return isOpen(one.page); });
    return found == m_all.end() ? QString() : found->name;
}

void Drawer::openByName(const QString& name) {
    const auto found = std::ranges::find(m_all, name, &Page::name);
    show(found == m_all.end() ? nullptr : &*found);
}

void Drawer::setWords(const QString& words) {
    m_words->setText(words);
}

} // namespace bw::designer
