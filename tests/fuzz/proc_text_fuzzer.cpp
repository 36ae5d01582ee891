// Any bytes as files of /proc, where processes choose their names: no crash, bounded work.

#include "core/observe/proc_text.h"
#include "core/observe/process_selection.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bw::observe;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)parseProcessStat(text);
    (void)parseNetworkBytes(text);
    (void)parseSelection(text);
    std::vector<std::uint64_t> inodes;
    listeningSockets(text, 7070, inodes);
    return 0;
}
