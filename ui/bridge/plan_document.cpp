#include "ui/bridge/plan_document.h"

#include "core/testplan/parse.h"
#include "core/testplan/write.h"
#include "ui/bridge/plan_change.h"
#include "ui/bridge/plan_storage.h"
#include "ui/format/error_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/words.h"

#include <QFileInfo>

#include <optional>

namespace bw::bridge {
namespace {

constexpr int kAutosaveMs = 3000;
constexpr int kUndoLimit = 500;
// States are whole plans; this bounds what the steps of a large one hold.
constexpr std::size_t kUndoBytes = std::size_t{64} * 1024 * 1024;

QString fileOf(const std::string& path) {
    return QString::fromStdString(path);
}

} // namespace

PlanDocument::PlanDocument(PlanRecovery* recovery, QObject* parent)
    : QObject(parent)
    , m_recovery(recovery) {
    connect(&m_undo, &QUndoStack::cleanChanged, this, &PlanDocument::fileChanged);
    connect(&m_checker, &PlanChecker::checked, this, &PlanDocument::onChecked);
    setupWatch();
    setupAutosave();
}

PlanDocument::~PlanDocument() {
    // The stack tells of its end, and nobody is left to hear it.
    m_undo.disconnect(this);
}

void PlanDocument::setupWatch() {
    connect(&m_watch, &PlanWatch::changed, this, &PlanDocument::onDiskChanged);
    connect(&m_watch, &PlanWatch::missing, this, [this] {
        m_isMissing = true;
        m_newHash.clear();
        Q_EMIT fileChanged();
        Q_EMIT missingOnDisk();
    });
    connect(&m_watch, &PlanWatch::restored, this, [this] {
        m_isMissing = false;
        m_newHash.clear();
        Q_EMIT fileChanged();
    });
}

void PlanDocument::setupAutosave() {
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMs);
    connect(&m_autosave, &QTimer::timeout, this, &PlanDocument::keepUnsaved);
}

void PlanDocument::setBudgetFolders(std::vector<std::string> folders) {
    m_budgetFolders = folders;
    m_checker.setBudgetFolders(std::move(folders));
}

QString PlanDocument::title() const {
    if (m_state && m_state->plan && !m_state->plan->name.empty()) {
        return format::plain(m_state->plan->name);
    }
    return m_path.empty() ? tr("New plan") : QFileInfo(fileOf(m_path)).fileName();
}

bool PlanDocument::isModified() const {
    return isOpen() && (m_differs || m_isMissing || m_draft || !m_undo.isClean() || m_path.empty());
}

bool PlanDocument::canBeSaved() const {
    return isOpen() && m_state->plan.has_value();
}

void PlanDocument::read(const std::string& path, std::function<void(const FileContent&)> done) {
    m_worker.run(
        [path] {
            auto text = readFile(path, testplan::kMaxPlanBytes);
            if (!text) {
                return FileContent{nullptr, {}, format::fileErrorText(text.error())};
            }
            QByteArray hash = contentHash(*text);
            return FileContent{readPlanState(std::move(*text)), std::move(hash), {}};
        },
        [this, generation = ++m_generation, done = std::move(done)](const FileContent& content) {
            if (generation != m_generation) {
                return; // something else was opened since
            }
            if (content.state) {
                done(content);
            } else {
                Q_EMIT failed(content.error);
            }
        });
}

void PlanDocument::open(const std::string& path) {
    read(path, [this, path](const FileContent& content) { take(path, content.state, content.hash); });
}

void PlanDocument::openNew() {
    openTemplate(newPlanText());
}

void PlanDocument::openTemplate(std::string text) {
    ++m_generation;
    take({}, readPlanState(std::move(text)), {});
}

void PlanDocument::openRecovered(const PlanRecovery::Found& found) {
    ++m_generation;
    take(found.path, readPlanState(found.text), found.diskHash);
    m_differs = true;
    if (!found.draft.empty()) {
        (void)setText(found.draft);
    }
    keepUnsaved();
    Q_EMIT fileChanged();
}

void PlanDocument::take(const std::string& path, PlanStatePtr state, const QByteArray& diskHash) {
    forgetUnsaved();
    m_undo.clear();
    m_undo.setUndoLimit(
        std::min(kUndoLimit, static_cast<int>(kUndoBytes / (state->text.size() * 8 + 1)) + 20));
    m_path = path;
    m_state = std::move(state);
    m_diskHash = diskHash;
    m_newHash.clear();
    m_references = {};
    m_differs = false;
    m_isMissing = false;
    m_watch.watch(path, diskHash);
    replaceDraft(nullptr);
    m_checker.check(m_state, m_path);
    Q_EMIT opened();
    Q_EMIT stateChanged();
    Q_EMIT fileChanged();
}

void PlanDocument::close() {
    ++m_generation;
    forgetUnsaved();
    m_checker.cancel();
    m_watch.watch({}, {});
    m_undo.clear();
    m_state = nullptr;
    m_path.clear();
    m_newHash.clear();
    m_differs = false;
    m_isMissing = false;
    replaceDraft(nullptr);
    Q_EMIT closed();
    Q_EMIT fileChanged();
}

bool PlanDocument::save() {
    return saveAs(m_path);
}

QString PlanDocument::whyNotSaved() const {
    if (!isOpen()) {
        return tr("There is no plan to save.");
    }
    if (isNewerFormat(*m_state)) {
        return tr("A newer Bellwether wrote this plan. It is shown here as it is and not written, since "
                  "what this version does not know would be lost.");
    }
    if (m_draft) {
        const QString first =
            m_draft->problems.empty() ? QString() : format::problemText(m_draft->problems.front());
        return tr("The JSON cannot be read as a plan, so nothing was saved. %1. Mend it or take it back.")
            .arg(first);
    }
    return canBeSaved() ? QString()
                        : tr("This text is no plan that this version can write, so it was not saved over "
                             "the file. Its problems say why.");
}

// Another program may have written since the last look.
bool PlanDocument::isOverwritten(const std::string& path) {
    if (path != m_path || m_diskHash.isEmpty()) {
        return false;
    }
    const auto onDisk = m_worker.await([&path] { return readFile(path, testplan::kMaxPlanBytes); });
    if (!onDisk) {
        return false;
    }
    const QByteArray hash = contentHash(*onDisk);
    if (hash != m_diskHash) {
        onDiskChanged(hash);
    }
    return isChangedOnDisk();
}

// What is settled is edits, too, which would ask again.
void PlanDocument::settle() {
    if (!m_isSettling) {
        m_isSettling = true;
        Q_EMIT settling();
        m_isSettling = false;
    }
}

bool PlanDocument::saveAs(const std::string& path) {
    settle();
    if (const QString reason = whyNotSaved(); !reason.isEmpty()) {
        Q_EMIT failed(reason);
        return false;
    }
    if (isOverwritten(path)) {
        Q_EMIT failed(tr("Another program changed this plan's file. Read it again or keep yours first; "
                         "nothing was saved."));
        return false;
    }
    const auto written =
        m_worker.await([&path, state = m_state] { return writePlanFile(path, state->text); });
    if (!written) {
        Q_EMIT failed(format::fileErrorText(written.error()));
        return false;
    }
    const bool hasMoved = path != m_path;
    m_path = path;
    m_diskHash = contentHash(m_state->text);
    m_newHash.clear();
    m_differs = false;
    m_isMissing = false;
    m_undo.setClean();
    endMerge();
    forgetUnsaved();
    m_watch.watch(path, m_diskHash);
    if (hasMoved) {
        // Files that the plan names are looked for in its folder.
        m_checker.check(m_state, m_path);
    }
    Q_EMIT fileChanged();
    return true;
}

bool PlanDocument::edit(const QString& label, const QString& mergeKey, const Change& change) {
    settle();
    if (!m_state || !m_state->plan) {
        return false;
    }
    testplan::TestPlan plan = *m_state->plan;
    change(plan);
    if (plan == *m_state->plan && testplan::write(plan) == testplan::write(*m_state->plan)) {
        return true;
    }
    PlanStatePtr after = writePlanState(std::move(plan), *m_state);
    if (!after) {
        return false;
    }
    m_undo.push(new PlanChange(*this, label, mergeKey, std::move(after)));
    return true;
}

PlanStatePtr PlanDocument::setText(std::string text) {
    if (m_state && text == m_state->text) {
        discardDraft();
        return m_state;
    }
    PlanStatePtr state = readPlanState(std::move(text));
    if (!m_state || isNewerFormat(*m_state)) {
        return state;
    }
    if (state->plan) {
        m_undo.push(new PlanChange(*this, tr("Edit JSON"), QStringLiteral("json"), state));
    } else {
        replaceDraft(state);
        startAutosave();
        Q_EMIT fileChanged();
    }
    return state;
}

void PlanDocument::discardDraft() {
    if (!m_draft) {
        return;
    }
    replaceDraft(nullptr);
    if (isModified()) {
        startAutosave();
    } else {
        forgetUnsaved();
    }
    Q_EMIT fileChanged();
}

void PlanDocument::replaceDraft(PlanStatePtr draft) {
    if (draft != m_draft) {
        m_draft = std::move(draft);
        Q_EMIT draftChanged();
    }
}

void PlanDocument::show(PlanStatePtr state, const QString& place) {
    m_state = std::move(state);
    replaceDraft(nullptr);
    m_checker.check(m_state, m_path);
    startAutosave();
    Q_EMIT stateChanged();
    Q_EMIT fileChanged();
    if (!place.isEmpty()) {
        Q_EMIT visited(place);
    }
}

void PlanDocument::onChecked(const PlanStatePtr& was, const PlanStatePtr& now,
                             const PlanReferences& references) {
    if (was != m_state) {
        return;
    }
    const bool isNews = now->problems != m_state->problems || references != m_references;
    m_references = references;
    if (isNews) {
        m_state = now;
        Q_EMIT stateChanged();
    }
}

void PlanDocument::reload() {
    read(m_path, [this](const FileContent& content) { takeAgain(content); });
}

void PlanDocument::takeAgain(const FileContent& content) {
    if (!content.state->plan || !m_state->plan) {
        take(m_path, content.state, content.hash);
        return;
    }
    m_diskHash = content.hash;
    m_newHash.clear();
    m_differs = false;
    m_isMissing = false;
    m_watch.setKnown(content.hash);
    if (content.state->text == m_state->text) {
        discardDraft();
    } else {
        m_undo.push(new PlanChange(*this, tr("Read the file again"), {}, content.state));
    }
    m_undo.setClean();
    forgetUnsaved();
    Q_EMIT fileChanged();
}

void PlanDocument::keepMine() {
    if (isChangedOnDisk()) {
        m_diskHash = m_newHash;
        m_newHash.clear();
        m_watch.setKnown(m_diskHash);
    }
    // What is here differs from the file now, also when nothing was edited.
    m_differs = true;
    Q_EMIT fileChanged();
}

void PlanDocument::onDiskChanged(const QByteArray& hash) {
    m_isMissing = false;
    if (m_state && hash == contentHash(m_state->text)) {
        // Another program wrote what stands here.
        m_diskHash = hash;
        m_newHash.clear();
        m_differs = false;
        m_watch.setKnown(hash);
        m_undo.setClean();
        Q_EMIT fileChanged();
        return;
    }
    if (hash != m_newHash) {
        m_newHash = hash;
        Q_EMIT changedOnDisk();
    }
}

// Not started anew: who types without a pause is kept, too.
void PlanDocument::startAutosave() {
    if (!m_autosave.isActive()) {
        m_autosave.start();
    }
}

void PlanDocument::keepUnsaved() {
    if (m_recovery != nullptr && isModified() && m_state) {
        m_recovery->keep(m_path, m_state->text, m_draft ? m_draft->text : std::string(), m_diskHash);
    }
}

void PlanDocument::forgetUnsaved() {
    m_autosave.stop();
    if (m_recovery != nullptr) {
        m_recovery->forget();
    }
}

} // namespace bw::bridge
