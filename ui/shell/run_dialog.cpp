#include "ui/shell/run_dialog.h"

#include "core/base/duration_text.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace bw::shell {
namespace {

void mark(QLineEdit* field, bool isWrong) {
    if (field->property("wrong").toBool() != isWrong) {
        field->setProperty("wrong", isWrong);
        field->style()->unpolish(field);
        field->style()->polish(field);
    }
}

} // namespace

RunDialog::RunDialog(const QStringList& environments, const bridge::RunOptions& options, QWidget* parent)
    : QDialog(parent)
    , m_options(options)
    , m_duration(new QLineEdit(this))
    , m_vus(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_build(new QLineEdit(QString::fromStdString(options.build), this))
    , m_note(new QLineEdit(QString::fromStdString(options.note), this))
    , m_problem(new QLabel(this)) {
    setWindowTitle(tr("Run with…"));
    setupForm(environments);
    check();
}

void RunDialog::setupForm(const QStringList& environments) {
    m_duration->setPlaceholderText(tr("as the plan says"));
    m_vus->setPlaceholderText(tr("as the plan says"));
    m_duration->setToolTip(tr("Replaces every scenario's duration: 30s, 5m, 1h30m"));
    m_vus->setToolTip(tr("Replaces every scenario's number of virtual users"));
    m_environment->addItem(tr("none"), QString());
    for (const QString& name : environments) {
        m_environment->addItem(name, name);
    }
    m_environment->setCurrentIndex(
        std::max(0, m_environment->findData(QString::fromStdString(m_options.environment))));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(theme::kGrid);
    form->addRow(tr("&Duration"), m_duration);
    form->addRow(tr("&Virtual users"), m_vus);
    form->addRow(tr("&Environment"), m_environment);
    form->addRow(tr("&Build"), m_build);
    form->addRow(tr("&Note"), m_note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_run = buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    m_run->setProperty("main", true);
    m_run->setDefault(true);
    m_problem->setTextFormat(Qt::PlainText);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, theme::tokens(palette()).bad);
    m_problem->setPalette(red);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    column->setSpacing(theme::kGrid);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_duration, &QLineEdit::textChanged, this, &RunDialog::check);
    connect(m_vus, &QLineEdit::textChanged, this, &RunDialog::check);
    setMinimumWidth(400);
}

void RunDialog::check() {
    const QString duration = m_duration->text().trimmed();
    const auto time = parseDuration(duration.toStdString());
    const bool wrongDuration = !duration.isEmpty() && (!time || *time <= Duration::zero());
    bool isNumber = false;
    const QString vus = m_vus->text().trimmed();
    const qlonglong number = vus.toLongLong(&isNumber);
    const bool wrongVus = !vus.isEmpty() && (!isNumber || number < 1);
    mark(m_duration, wrongDuration);
    mark(m_vus, wrongVus);
    m_problem->setText(wrongDuration ? tr("\"%1\" is not a duration; write 30s, 5m or 1h30m").arg(duration)
                       : wrongVus    ? tr("\"%1\" is no number of virtual users").arg(vus)
                                     : QString());
    m_problem->setVisible(wrongDuration || wrongVus);
    m_run->setEnabled(!wrongDuration && !wrongVus);
}

bridge::RunOptions RunDialog::options() const {
    bridge::RunOptions options = m_options;
    if (const auto time = parseDuration(m_duration->text().trimmed().toStdString())) {
        options.duration = *time;
    }
    if (const qlonglong vus = m_vus->text().trimmed().toLongLong(); vus > 0) {
        options.vus = vus;
    }
    options.environment = m_environment->currentData().toString().toStdString();
    options.build = m_build->text().trimmed().toStdString();
    options.note = m_note->text().trimmed().toStdString();
    return options;
}

} // namespace bw::shell
