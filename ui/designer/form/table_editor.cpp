#include "ui/designer/form/table_editor.h"

#include "ui/designer/form/cell_delegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace bw::designer {
namespace {

constexpr int kRowHeight = 28;
constexpr int kMostRows = 14; // more are scrolled

} // namespace

TableEditor::TableEditor(bridge::PlanDocument& document, PlanRows rows, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new PlanTable(document, std::move(rows), this))
    , m_view(new QTableView(this))
    , m_message(new QLabel(this))
    , m_buttons(new QHBoxLayout) {
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kHalfGrid);
    column->addWidget(m_view);
    column->addWidget(m_message);
    column->addLayout(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setupView();
    setupButtons();
    fitHeight();
    connect(m_model, &PlanTable::refilled, this, [this] {
        fitHeight();
        select(m_row);
    });
    connect(m_model, &PlanTable::dataChanged, this, &TableEditor::tell);
}

void TableEditor::setupView() {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(this));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false); // the delegate's hairlines follow the tokens
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    // No room for arrows of sorting, so that figures stand under their title.
    m_view->horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }"));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    m_row = now.row();
                    m_column = now.column();
                }
                tell();
            });
}

QToolButton* TableEditor::addTool(const QString& icon, const QString& words, void (TableEditor::*action)()) {
    auto* button = new QToolButton(this);
    button->setText(words);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("quiet", true);
    if (icon.isEmpty()) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    } else {
        button->setIcon(theme::icon(icon, theme::Ink::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    connect(button, &QToolButton::clicked, this, action);
    m_buttons->addWidget(button);
    return button;
}

void TableEditor::setupButtons() {
    m_buttons->setSpacing(theme::kHalfGrid);
    const PlanRows& rows = m_model->rows();
    if (rows.add) {
        m_add = addTool(QStringLiteral("add"), tr("Add"), &TableEditor::addRow);
    }
    if (rows.remove) {
        m_remove = addTool(QStringLiteral("delete"), tr("Remove"), &TableEditor::removeRow);
    }
    if (rows.move) {
        m_up = addTool({}, tr("Up"), &TableEditor::moveUp);
        m_down = addTool({}, tr("Down"), &TableEditor::moveDown);
    }
    m_buttons->addStretch();
}

void TableEditor::addButton(QWidget* button) {
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void TableEditor::refresh() {
    m_model->refresh();
    tell();
}

void TableEditor::setRows(PlanRows rows) {
    m_model->setRows(std::move(rows));
}

QString TableEditor::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void TableEditor::fitHeight() {
    const int rows = std::min(m_model->rowCount(), kMostRows);
    const int header = m_view->horizontalHeader()->sizeHint().height();
    m_view->setFixedHeight(header + rows * kRowHeight + 2 * m_view->frameWidth());
    m_view->setVerticalScrollBarPolicy(m_model->rowCount() > kMostRows ? Qt::ScrollBarAsNeeded
                                                                       : Qt::ScrollBarAlwaysOff);
    // A table without rows says nothing; what can be done stays.
    const bool hadFocus = m_view->hasFocus();
    m_view->setVisible(rows > 0);
    if (hadFocus && rows == 0 && m_add != nullptr) {
        m_add->setFocus(Qt::OtherFocusReason);
    }
}

// The row that was current before, or the one in its place.
void TableEditor::select(int row) {
    const int last = m_model->rowCount() - 1;
    const int columns = m_model->columnCount();
    if (row >= 0 && last >= 0 && columns > 0) {
        m_view->setCurrentIndex(
            m_model->index(std::clamp(row, 0, last), std::clamp(m_column, 0, columns - 1)));
    }
    tell();
}

bool TableEditor::focusPlace(const std::string& place) {
    const QModelIndex cell = m_model->indexOf(place);
    if (cell.isValid()) {
        m_view->setCurrentIndex(cell);
        m_view->setFocus(Qt::OtherFocusReason);
    }
    return cell.isValid();
}

void TableEditor::addRow() {
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : m_model->rowCount() - 1;
    const int added = m_model->add(row);
    if (added >= 0) {
        m_column = 0;
        select(added);
        m_view->setFocus(Qt::OtherFocusReason);
        if (m_view->currentIndex().flags() & Qt::ItemIsEditable) {
            m_view->edit(m_view->currentIndex());
        }
    }
}

void TableEditor::removeRow() {
    if (m_view->currentIndex().isValid()) {
        m_model->remove(m_view->currentIndex().row());
    }
}

void TableEditor::moveUp() {
    moveBy(-1);
}

void TableEditor::moveDown() {
    moveBy(1);
}

void TableEditor::moveBy(int rows) {
    const int row = m_view->currentIndex().row();
    const int to = row + rows;
    if (row >= 0 && to >= 0 && to < m_model->rowCount()) {
        m_model->move(row, to);
        select(to);
    }
}

bool TableEditor::doKey(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Delete && m_remove != nullptr) {
        removeRow();
    } else if (key == Qt::Key_Insert && m_add != nullptr) {
        addRow();
    } else if (key == Qt::Key_Up && modifiers == Qt::AltModifier && m_up != nullptr) {
        moveUp();
    } else if (key == Qt::Key_Down && modifiers == Qt::AltModifier && m_down != nullptr) {
        moveDown();
    } else {
        return false;
    }
    return true;
}

void TableEditor::setStretch(std::vector<int> parts) {
    m_stretch = std::move(parts);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    stretchColumns();
}

void TableEditor::stretchColumns() {
    const int parts = std::accumulate(m_stretch.begin(), m_stretch.end(), 0);
    int rest = m_view->viewport()->width();
    for (int column = 0; parts > 0 && column < m_model->columnCount(); ++column) {
        const bool isLast = column + 1 == m_model->columnCount();
        const int width = m_view->viewport()->width() * m_stretch[static_cast<std::size_t>(column)] / parts;
        m_view->setColumnWidth(column, isLast ? rest : width);
        rest -= width;
    }
}

bool TableEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        stretchColumns();
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (doKey(key->key(), key->modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TableEditor::tell() {
    QModelIndex told = m_view->currentIndex();
    for (int row = 0; row < m_model->rowCount() && told.data(kWrongRole).toString().isEmpty(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (!m_model->index(row, column).data(kWrongRole).toString().isEmpty()) {
                told = m_model->index(row, column);
                break;
            }
        }
    }
    const QString sentence = told.data(kWrongRole).toString();
    const theme::Tokens& t = theme::tokens(palette());
    const bool isError = told.data(kSeverityRole).toInt() == static_cast<int>(testplan::Severity::Error);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, isError ? t.bad : t.warning);
    m_message->setPalette(colours);
    m_message->setText(
        sentence.isEmpty()
            ? QString()
            : tr("Row %1, %2: %3")
                  .arg(QString::number(told.row() + 1),
                       m_model->headerData(told.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                       sentence));
    m_message->setVisible(!sentence.isEmpty());
    for (QToolButton* button : {m_remove, m_up, m_down}) {
        if (button != nullptr) {
            button->setEnabled(m_view->currentIndex().isValid());
            button->setVisible(m_model->rowCount() > 0);
        }
    }
}

} // namespace bw::designer
