#include "core/history/history_store.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>

// The bytes are a run's file that somebody sent: it is opened, read to the end, checked, taken in and, as if
// it were one's own, repaired. Whatever it holds, nothing crashes, hangs or grows without bound; what was
// taken in is sound, and what was repaired, too.

namespace {

using namespace bw::history;

void expect(bool condition) {
    if (!condition) {
        std::abort();
    }
}

// A folder in memory, gone at the end, with a history that runs are taken into.
class Place {
public:
    Place() {
        const bool hasMemory = ::access("/dev/shm", W_OK) == 0;
        std::string name = hasMemory ? "/dev/shm/bw-fuzz-XXXXXX"
                                     : (std::filesystem::temp_directory_path() / "bw-fuzz-XXXXXX").string();
        expect(::mkdtemp(name.data()) != nullptr);
        m_folder = name;
        m_own.emplace(*HistoryStore::open(m_folder / "own.sqlite", OpenMode::Create));
    }
    ~Place() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    [[nodiscard]] const HistoryStore& own() const { return *m_own; }

    // Without what an earlier one left beside it.
    [[nodiscard]] std::string file(const std::uint8_t* data, std::size_t size) const {
        const std::filesystem::path path = m_folder / "foreign.run";
        for (const char* ending : {"-wal", "-shm", "-journal"}) {
            std::filesystem::remove(path.string() + ending);
        }
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
        return path;
    }

private:
    std::filesystem::path m_folder;
    std::optional<HistoryStore> m_own;
};

void readAll(HistoryReader& reader) {
    (void)reader.search("orders who=me");
    (void)reader.baselines();
    const auto runs = reader.runs();
    for (std::size_t i = 0; runs && i < runs->size() && i < 4; ++i) {
        const RunId run = (*runs)[i].id;
        (void)reader.run(run);
        (void)reader.sums(run);
        (void)reader.sums(run, {3, 60});
        (void)reader.blocks(run, {1}, Level::Seconds16);
        (void)reader.exportJson(run, [](std::string_view) { return true; });
    }
    (void)reader.checkAll();
}

void takeIn(const HistoryStore& own, const std::string& file) {
    const auto taken = own.importRuns(file);
    for (std::size_t i = 0; taken && i < taken->size(); ++i) {
        const auto findings = own.reader()->check((*taken)[i]);
        expect(findings && findings->empty());
        expect(own.remove((*taken)[i]).has_value());
    }
}

void repair(const std::string& file) {
    const auto store = HistoryStore::open(file, OpenMode::Existing);
    const auto repaired = store ? store->repair() : std::unexpected(store.error());
    for (std::size_t i = 0; repaired && i < repaired->findings.size(); ++i) {
        const Finding& finding = repaired->findings[i];
        const bool isOfRun = finding.kind == FindingKind::Sums || finding.kind == FindingKind::Extent;
        if (finding.remedy != Remedy::Repaired || !isOfRun) {
            continue;
        }
        const auto left = store->reader()->check(*finding.run);
        expect(left.has_value());
        for (const Finding& still : *left) {
            expect(still.kind == FindingKind::Records); // nothing repairs those
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static int argc = 1;
    static char name[] = "fuzz_history";
    static char* argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const Place place;
    const std::string file = place.file(data, size);
    if (const auto store = HistoryStore::open(file, OpenMode::ReadOnly)) {
        if (auto reader = store->reader()) {
            readAll(*reader);
        }
        takeIn(place.own(), file);
    }
    repair(file);
    return 0;
}
