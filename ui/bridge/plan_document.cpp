#include "ui/bridge/plan_document.h"

#include "core/base/file.h"
#include "core/testplan/parse.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/format/error_text.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QUndoCommand>

#include <algorithm>
#include <thread>

namespace bw::bridge {

namespace {

constexpr int kAutosaveMs = 3000;
constexpr int kUndoLimit = 500;

QString fileOf(const std::string& path) {
    return QString::fromStdString(path);
}

} // namespace

// One step of editing. Consecutive steps of one key become one.
class PlanChange final : public QUndoCommand {
public:
    PlanChange(PlanDocument& document, const QString& label, QString key, PlanStatePtr after)
        : QUndoCommand(label)
        , m_document(document)
        , m_key(std::move(key))
        , m_before(document.state())
        , m_after(std::move(after)) {}

    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }
    [[nodiscard]] int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override {
        const auto* other = static_cast<const PlanChange*>(next);
        if (other->m_key != m_key) {
            return false;
        }
        m_after = other->m_after;
        setObsolete(m_after->text == m_before->text);
        return true;
    }

private:
    PlanDocument& m_document;
    QString m_key;
    PlanStatePtr m_before;
    PlanStatePtr m_after;
};

PlanDocument::PlanDocument(PlanRecovery* recovery, QObject* parent)
    : QObject(parent)
    , m_recovery(recovery) {
    m_undo.setUndoLimit(kUndoLimit);
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMs);
    connect(&m_autosave, &QTimer::timeout, this, &PlanDocument::keepUnsaved);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &PlanDocument::fileChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PlanDocument::onFileTouched);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PlanDocument::onFileTouched);
}

PlanDocument::~PlanDocument() {
    // The stack tells of its end, and nobody is left to hear it.
    m_undo.disconnect(this);
}

QString PlanDocument::title() const {
    if (m_state && m_state->plan && !m_state->plan->name.empty()) {
        return format::plain(m_state->plan->name);
    }
    return m_path.empty() ? tr("New plan") : QFileInfo(fileOf(m_path)).fileName();
}

bool PlanDocument::isModified() const {
    return isOpen() && (m_isRecovered || !m_undo.isClean() || m_path.empty());
}

bool PlanDocument::canBeSaved() const {
    return isOpen() && m_state->plan.has_value();
}

void PlanDocument::open(const std::string& path) {
    const std::uint64_t generation = ++m_generation;
    const QPointer<PlanDocument> self(this);
    // Reading and checking a large plan takes longer than a turn of the window may.
    std::thread([self, path, generation] {
        auto text = readFile(path, testplan::kMaxPlanBytes);
        PlanStatePtr state = text ? readPlanState(std::move(*text)) : nullptr;
        const QString error = text ? QString() : format::fileErrorText(text.error());
        QMetaObject::invokeMethod(
            qApp,
            [self, path, generation, state = std::move(state), error] {
                if (!self || self->m_generation != generation) {
                    return;
                }
                if (state) {
                    self->take(path, state);
                } else {
                    Q_EMIT self->failed(error);
                }
            },
            Qt::QueuedConnection);
    }).detach();
}

void PlanDocument::openNew() {
    ++m_generation;
    take({}, readPlanState(newPlanText()));
}

void PlanDocument::openRecovered(const std::string& path, std::string text) {
    ++m_generation;
    take(path, readPlanState(std::move(text)));
    m_isRecovered = true;
    m_onDisk = readFile(path, testplan::kMaxPlanBytes).value_or(std::string());
    Q_EMIT fileChanged();
}

void PlanDocument::take(const std::string& path, PlanStatePtr state) {
    if (m_recovery != nullptr) {
        m_recovery->forget();
    }
    m_autosave.stop();
    m_undo.clear();
    m_path = path;
    m_state = std::move(state);
    m_onDisk = m_state->text;
    m_isRecovered = false;
    watch();
    Q_EMIT opened();
    Q_EMIT stateChanged();
    Q_EMIT fileChanged();
}

void PlanDocument::close() {
    ++m_generation;
    if (m_recovery != nullptr) {
        m_recovery->forget();
    }
    m_autosave.stop();
    m_undo.clear();
    m_state = nullptr;
    m_path.clear();
    m_isRecovered = false;
    watch();
    Q_EMIT closed();
    Q_EMIT fileChanged();
}

bool PlanDocument::save() {
    return saveAs(m_path);
}

bool PlanDocument::saveAs(const std::string& path) {
    if (!canBeSaved()) {
        Q_EMIT failed(
            tr("This text is no plan that this version can write, so it was not saved over the file. Its "
               "problems say why."));
        return false;
    }
    if (const auto written = writeFileAtomically(path, m_state->text); !written) {
        Q_EMIT failed(format::fileErrorText(written.error()));
        return false;
    }
    m_path = path;
    m_onDisk = m_state->text;
    m_isRecovered = false;
    m_undo.setClean();
    m_autosave.stop();
    if (m_recovery != nullptr) {
        m_recovery->forget();
    }
    watch();
    Q_EMIT fileChanged();
    return true;
}

void PlanDocument::edit(const QString& label, const QString& mergeKey, const Change& change) {
    if (!m_state || !m_state->plan) {
        return;
    }
    testplan::TestPlan plan = *m_state->plan;
    change(plan);
    if (plan == *m_state->plan) {
        return;
    }
    m_undo.push(new PlanChange(*this, label, mergeKey, writePlanState(plan)));
}

PlanStatePtr PlanDocument::setText(std::string text) {
    PlanStatePtr state = readPlanState(std::move(text));
    if (state->plan && m_state && state->text != m_state->text) {
        m_undo.push(new PlanChange(*this, tr("Edit JSON"), QStringLiteral("json"), state));
    }
    return state;
}

void PlanDocument::show(PlanStatePtr state) {
    m_state = std::move(state);
    m_autosave.start();
    Q_EMIT stateChanged();
    Q_EMIT fileChanged();
}

void PlanDocument::reload() {
    open(m_path);
}

void PlanDocument::keepMine() {
    // What is here differs from the file now, also when nothing was edited.
    m_isRecovered = true;
    Q_EMIT fileChanged();
}

void PlanDocument::watch() {
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    if (!m_path.empty()) {
        // Most programs replace the file, which ends the watch on it: its folder tells of the new one.
        const QFileInfo file(fileOf(m_path));
        m_watcher.addPaths({file.absoluteFilePath(), file.absolutePath()});
    }
}

void PlanDocument::onFileTouched() {
    if (m_path.empty()) {
        return;
    }
    watch();
    auto text = readFile(m_path, testplan::kMaxPlanBytes);
    if (!text || *text == m_onDisk) {
        return; // it is being replaced, or was only touched
    }
    m_onDisk = std::move(*text);
    if (m_onDisk != m_state->text) {
        Q_EMIT changedOnDisk();
    }
}

void PlanDocument::keepUnsaved() {
    if (m_recovery != nullptr && isModified()) {
        m_recovery->keep(m_path, m_state->text);
    }
}

} // namespace bw::bridge
