#include "ui/shell/run_dialog.h"

#include "core/base/duration_text.h"
#include "ui/bridge/watched_text.h"
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
    , m_watched(new QLineEdit(bridge::watchedText(options.watched), this))
    , m_problem(new QLabel(this)) {
    setWindowTitle(tr("Run with…"));
    setupFields(environments);
    setupForm();
    check();
}

void RunDialog::setupFields(const QStringList& environments) {
    m_duration->setPlaceholderText(tr("as the plan says"));
    m_vus->setPlaceholderText(tr("as the plan says"));
    m_duration->setToolTip(tr("Replaces every scenario's duration: 30s, 5m, 1h30m"));
    m_vus->setToolTip(tr("Replaces every scenario's number of virtual users"));
    m_watched->setPlaceholderText(tr("name, number or :port"));
    m_watched->setToolTip(tr("Measures processes of this machine beside the load, in this plan's later runs, "
                             "too: a program's name, a process's number, or the :port it listens on. "
                             "Several are parted by commas or spaces."));
    m_environment->addItem(tr("none"), QString());
    for (const QString& name : environments) {
        m_environment->addItem(name, name);
    }
    m_environment->setCurrentIndex(
        std::max(0, m_environment->findData(QString::fromStdString(m_options.environment))));
    for (QLineEdit* field : {m_duration, m_vus, m_watched}) {
        connect(field, &QLineEdit::textChanged, this, &RunDialog::check);
    }
}

void RunDialog::setupForm() {
    auto* form = new QFormLayout;
    form->setVerticalSpacing(theme::kGrid);
    form->addRow(tr("&Duration"), m_duration);
    form->addRow(tr("&Virtual users"), m_vus);
    form->addRow(tr("&Environment"), m_environment);
    form->addRow(tr("&Build"), m_build);
    form->addRow(tr("&Note"), m_note);
    form->addRow(tr("&Watch processes"), m_watched);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_run = buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    m_run->setProperty("main", true);
    m_run->setDefault(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
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
    setMinimumWidth(400);
}

void RunDialog::check() {
    const QString words = problem();
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_run->setEnabled(words.isEmpty());
}

QString RunDialog::problem() const {
    const QString duration = m_duration->text().trimmed();
    const auto time = parseDuration(duration.toStdString());
    const bool isWrongDuration = !duration.isEmpty() && (!time || *time <= Duration::zero());
    bool isNumber = false;
    const QString vus = m_vus->text().trimmed();
    const qlonglong number = vus.toLongLong(&isNumber);
    const bool isWrongVus = !vus.isEmpty() && (!isNumber || number < 1);
    const auto watched = bridge::watchedProcesses(m_watched->text());
    mark(m_duration, isWrongDuration);
    mark(m_vus, isWrongVus);
    mark(m_watched, !watched);
    if (isWrongDuration) {
        return tr("\"%1\" is not a duration; write 30s, 5m or 1h30m").arg(duration);
    }
    if (isWrongVus) {
        return tr("\"%1\" is no number of virtual users").arg(vus);
    }
    return watched ? QString()
                   : tr("\"%1\" is no process; write a program's name, a process's number, or :7070 for the "
                        "one that listens on that port")
                         .arg(watched.error());
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
    options.watched = bridge::watchedProcesses(m_watched->text()).value_or(std::vector<std::string>());
    return options;
}

} // namespace bw::shell
