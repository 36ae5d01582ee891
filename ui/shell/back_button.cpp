#include "ui/shell/back_button.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QToolButton>

namespace bw::shell {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BackButton)
};

} // namespace

QToolButton* makeBackButton(QWidget* page) {
    auto* back = new QToolButton(page);
    back->setIcon(theme::icon(QStringLiteral("back")));
    back->setText(Words::tr("All runs"));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    back->setToolTip(Words::tr("Back to all runs (Alt+Left)"));
    return back;
}

} // namespace bw::shell
