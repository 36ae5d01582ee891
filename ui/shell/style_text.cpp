#include "ui/shell/style_text.h"

namespace bw::shell {
namespace {

// @name stands for a token.
constexpr const char* kStyle = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }
QMainWindow::separator { width: 1px; background: @line; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QPushButton { background: @raised; color: @text; border: 1px solid @line; border-radius: 4px; padding: 4px 12px; }
QPushButton:hover { border-color: @accent; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:pressed { background: @selection; }
QPushButton:disabled { color: @faint; }
QPushButton[main="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[main="true"]:focus { border: 2px solid @text; padding: 3px 11px; }
QPushButton[main="true"]:disabled { background: @line; color: @muted; border-color: @line; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; color: @text; background: transparent; }
QToolButton:hover { background: @selection; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton:checked { background: @selection; }
QToolButton:disabled { color: @faint; }
QToolButton[small="true"] { padding: 1px 6px; }
QToolButton[quiet="true"] { padding: 1px 4px; color: @muted; }
QToolButton[quiet="true"]:checked { background: transparent; }
QToolButton[quiet="true"]:hover { background: @selection; }
QToolButton[popupMode="1"] { padding-right: 24px; }
QToolButton[popupMode="2"] { padding-right: 24px; }
QToolButton::menu-button { border: none; width: 20px; }
QToolButton::menu-arrow { image: url(:/icons/arrow-down-@appearance.svg); width: 14px; height: 14px; }
QToolButton::menu-indicator { image: url(:/icons/arrow-down-@appearance.svg); width: 14px; height: 14px;
    subcontrol-position: right center; right: 6px; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: @sunken; color: @text; border: 1px solid @line; border-radius: 4px; padding: 3px 6px;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QAbstractSpinBox { padding-right: 18px; }
QAbstractSpinBox::up-button { border: none; width: 18px; subcontrol-origin: border; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: none; width: 18px; subcontrol-origin: border; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/arrow-up-@appearance.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/arrow-down-@appearance.svg); width: 10px; height: 10px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border-color: @bad; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down-@appearance.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QPlainTextEdit[frameShape="0"] { border: none; border-radius: 0; }
QTableView, QTreeView, QListView { background: @surface; color: @text; border: none; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent; }
QTableView::item, QTreeView::item { padding: 0 4px; border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @selection; }
QTreeView::item { height: 24px; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 4px 6px; }
QHeaderView::down-arrow { image: url(:/icons/arrow-down-@appearance.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: top center; top: -4px; }
QHeaderView::up-arrow { image: url(:/icons/arrow-up-@appearance.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: top center; top: -4px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QTabBar { qproperty-drawBase: 0; }
QProgressBar { background: @line; border: none; }
QProgressBar::chunk { background: @accent; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 2px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QDialog#palette { background: @raised; border: 1px solid @line; }
QStatusBar { background: @raised; color: @muted; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 0 8px; }
QCheckBox:focus { color: @accent; }
)";

} // namespace

QString styleText(const theme::Tokens& t) {
    QString style = QString::fromLatin1(kStyle);
    QColor faint = t.muted;
    faint.setAlphaF(0.6F);
    const std::pair<const char*, QString> names[] = {{"@surface", t.surface.name()},
                                                     {"@raised", t.raised.name()},
                                                     {"@sunken", t.sunken.name()},
                                                     {"@line", t.line.name()},
                                                     {"@text", t.text.name()},
                                                     {"@muted", t.muted.name()},
                                                     {"@accent", t.accent.name()},
                                                     {"@onAccent", t.onAccent.name()},
                                                     {"@selection", t.selection.name()},
                                                     {"@bad", t.bad.name()},
                                                     {"@faint", faint.name(QColor::HexArgb)}};
    for (const auto& [name, colour] : names) {
        style.replace(QLatin1String(name), colour);
    }
    style.replace(QLatin1String("@appearance"),
                  t.appearance == theme::Appearance::Dark ? QLatin1String("dark") : QLatin1String("light"));
    return style;
}

} // namespace bw::shell
