#include "core/observe/process_names.h"

#include <algorithm>
#include <utility>

namespace bw::observe {
namespace {

constexpr unsigned kNewFor = 3;
constexpr unsigned kRounds = 16;

std::string_view fileName(std::string_view path) {
    constexpr std::string_view kDeleted = " (deleted)"; // replaced by a newer build, say
    if (path.ends_with(kDeleted)) {
        path.remove_suffix(kDeleted.size());
    }
    return path.substr(path.rfind('/') + 1);
}

} // namespace

void ProcessNames::look(pid_t pid, Entry& entry) const {
    if (auto own = m_folder.read(pid, "comm", 64)) {
        own->resize(std::min(own->find('\n'), own->size()));
        entry.own = std::move(*own);
    } else if (own.error() == ProcError::Gone) {
        entry = {};
        return;
    }
    const auto executable = m_folder.link(pid, "exe");
    if (executable) {
        entry.executable = fileName(*executable);
    }
}

void ProcessNames::update(std::span<const pid_t> known) {
    const std::vector<pid_t> pids = m_folder.pids();
    if (pids.empty()) {
        return; // it cannot be read now: we run ourselves
    }
    ++m_round;
    std::map<pid_t, Entry> entries;
    for (const pid_t pid : pids) {
        Entry entry;
        if (const auto had = m_entries.find(pid); had != m_entries.end()) {
            entry = std::move(had->second);
        }
        const bool isNew = ++entry.sightings <= kNewFor;
        if (isNew || static_cast<unsigned>(pid) % kRounds == m_round % kRounds ||
            std::ranges::binary_search(known, pid)) {
            look(pid, entry);
        }
        entries.emplace_hint(entries.end(), pid, std::move(entry));
    }
    m_entries = std::move(entries);
}

std::vector<pid_t> ProcessNames::matching(std::string_view name) const {
    std::vector<pid_t> found;
    for (const auto& [pid, entry] : m_entries) {
        if (entry.own == name || entry.executable == name) {
            found.push_back(pid);
        }
    }
    return found;
}

} // namespace bw::observe
