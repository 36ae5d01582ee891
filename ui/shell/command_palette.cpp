#include "ui/shell/command_palette.h"

#include "ui/theme/tokens.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::shell {
namespace {

constexpr QSize kSize(560, 380);

QString nameOf(const QAction* action) {
    QString name = action->text();
    return name.remove(u'&');
}

} // namespace

CommandPalette::CommandPalette(std::vector<QAction*> actions, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_actions(std::move(actions))
    , m_letters(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setupLayout();
    show(QString());
}

void CommandPalette::setupLayout() {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Commands"));
    m_letters->setPlaceholderText(tr("What do you want to do?"));
    m_letters->setAccessibleName(tr("Letters of a command's name"));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    setObjectName(QStringLiteral("palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kGrid, theme::kGrid, theme::kGrid, theme::kGrid);
    column->setSpacing(theme::kGrid);
    column->addWidget(m_letters);
    column->addWidget(m_list);
    m_letters->installEventFilter(this);
    connect(m_letters, &QLineEdit::textChanged, this, &CommandPalette::show);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::doCurrent);
    resize(kSize);
    const QRect around = parentWidget()->geometry();
    move(around.center().x() - kSize.width() / 2, around.top() + around.height() / 8);
    m_letters->setFocus();
}

int CommandPalette::fit(const QString& letters, const QString& name) {
    int points = 0;
    qsizetype at = 0;
    for (const QChar letter : letters) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype found = name.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) {
            return -1;
        }
        const bool beginsWord = found == 0 || !name[found - 1].isLetterOrNumber();
        points += beginsWord ? 8 : found == at ? 4 : 1;
        at = found + 1;
    }
    return points;
}

void CommandPalette::show(const QString& letters) {
    std::vector<std::pair<int, QAction*>> fitting;
    for (QAction* action : m_actions) {
        const int points = fit(letters, nameOf(action));
        if (points >= 0) {
            fitting.emplace_back(points, action);
        }
    }
    std::ranges::sort(fitting, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : nameOf(a.second) < nameOf(b.second);
    });
    m_list->clear();
    for (const auto& [points, action] : fitting) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(keys.isEmpty() ? nameOf(action)
                                                        : nameOf(action) + QStringLiteral("   ") + keys);
        item->setIcon(action->icon());
        item->setData(Qt::UserRole, QVariant::fromValue(action));
        if (!action->isEnabled()) {
            item->setFlags(Qt::NoItemFlags);
        }
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::doCurrent() {
    const QListWidgetItem* item = m_list->currentItem();
    QAction* action = item == nullptr ? nullptr : item->data(Qt::UserRole).value<QAction*>();
    close();
    if (action != nullptr && action->isEnabled()) {
        action->trigger();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            doCurrent();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int rows = std::max(1, m_list->count());
            m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bw::shell
