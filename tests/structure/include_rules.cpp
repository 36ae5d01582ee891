#include "tests/structure/include_rules.h"

#include "tests/structure/source_tree.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace bw::structure {
namespace {

using Names = std::vector<std::string_view>;

Names operator+(Names left, const Names& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

// Values without threads, sockets or files behind them: what a view may show.
const Names kValues{"core/base",    "core/expr",    "core/testplan", "core/runplan", "core/metrics",
                    "core/verdict", "core/history", "core/analysis", "core/report",  "core/audit"};
const Names kAllOfCore =
    kValues + Names{"core/codec",  "core/net",     "core/client",  "core/server",      "core/engine",
                    "core/script", "core/observe", "core/control", "core/interchange", "core/run"};
const Names kViews{"ui/designer", "ui/live",  "ui/results", "ui/history",
                   "ui/compare",  "ui/audit", "ui/monitor"};
const Names kNoQt{};
const Names kPlainQt{"QtCore", "QtSql", "QtNetwork", "QtWebSockets", "QtSvg"};
const Names kAnyQt{"*"};

std::vector<ModuleRule> coreRules() {
    return {
        {"core/base", {}, kNoQt},
        {"core/expr", {"core/base"}, kNoQt},
        {"core/codec", {"core/base"}, kNoQt},
        {"core/net", {"core/base"}, kNoQt},
        {"core/metrics", {"core/base"}, kNoQt},
        // The names and types of metrics decide which thresholds are valid.
        {"core/testplan", {"core/base", "core/expr", "core/metrics"}, kNoQt},
        // Of codec only what URLs are written with.
        {"core/runplan",
         {"core/base", "core/testplan", "core/expr", "core/metrics", "core/codec/url.h",
          "core/codec/percent.h"},
         kNoQt},
        {"core/client", {"core/base", "core/codec", "core/net"}, kNoQt},
        {"core/server", {"core/base", "core/codec", "core/net"}, kNoQt},
        // codec and net show through client: a VU waits on net's loop and reads codec's responses.
        {"core/engine",
         {"core/base", "core/runplan", "core/client", "core/metrics", "core/expr", "core/codec", "core/net"},
         kNoQt},
        {"core/verdict", {"core/base", "core/testplan", "core/metrics"}, kNoQt},
        {"core/analysis", {"core/base", "core/metrics"}, kNoQt},
        {"core/history", {"core/base", "core/testplan", "core/metrics", "core/verdict"}, kPlainQt},
        {"core/interchange", {"core/base", "core/expr", "core/testplan"}, kPlainQt + Names{"QtQml"}},
        {"core/report",
         {"core/base", "core/testplan", "core/metrics", "core/verdict", "core/history", "core/analysis"},
         kPlainQt},
        {"core/observe", {"core/base"}, kNoQt},
        {"core/control", {"core/base"}, kNoQt},
        {"core/script", {"core/base", "core/expr", "core/engine"}, {"QtCore", "QtQml"}},
        {"core/run", kAllOfCore, kPlainQt},
    };
}

std::vector<ModuleRule> outerRules() {
    std::vector<ModuleRule> rules{
        // The only translator of core's enums, so it sees net's and engine's; the rest of them is closed to
        // ui.
        {"ui/format", kValues + Names{"core/net/net_error.h", "core/engine/event.h"}, {"QtCore"}},
        {"ui/plot", {"ui/format"}, {"QtCore"}},
        {"ui/report", kValues + Names{"ui/format", "ui/plot"}, {"QtCore", "QtGui", "QtSvg"}},
        {"ui/theme", {}, {"QtCore", "QtGui", "QtSvg"}},
        {"ui/widgets", {"ui/theme"}, kAnyQt},
        {"ui/charts",
         {"core/base", "core/metrics", "core/verdict", "ui/format", "ui/plot", "ui/theme"},
         kAnyQt},
        {"ui/bridge",
         kValues + Names{"core/run", "core/interchange", "core/observe", "ui/format", "ui/report"},
         {"QtCore", "QtGui"}},
        {"ui/shell",
         kValues + kViews + Names{"ui/bridge", "ui/format", "ui/charts", "ui/theme", "ui/widgets"}, kAnyQt},
        {"app/bellwether", kAllOfCore + Names{"ui/format", "ui/report"}, {"QtCore", "QtGui"}},
        {"app/workbench", kValues + Names{"core/run", "ui/shell", "ui/bridge", "ui/format", "ui/theme"},
         kAnyQt},
        {"app/jts-sim", {"core/base", "core/codec", "core/net", "core/server"}, kNoQt},
    };
    for (const std::string_view view : kViews) {
        rules.push_back({view,
                         kValues + Names{"core/interchange", "ui/bridge", "ui/format", "ui/plot", "ui/charts",
                                         "ui/theme", "ui/widgets"},
                         kAnyQt});
    }
    return rules;
}

bool contains(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::string sentence(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
    }
    return text;
}

} // namespace

const std::vector<ModuleRule>& moduleRules() {
    static const std::vector<ModuleRule> rules = [] {
        std::vector<ModuleRule> all = coreRules();
        for (ModuleRule& rule : outerRules()) {
            all.push_back(std::move(rule));
        }
        return all;
    }();
    return rules;
}

const ModuleRule* findRule(std::string_view module) {
    const auto found = std::ranges::find(moduleRules(), module, &ModuleRule::module);
    return found == moduleRules().end() ? nullptr : &*found;
}

std::string includeOffence(std::string_view file, std::string_view target) {
    const std::string from = moduleOf(file);
    const std::string to = moduleOf(target);
    if (to.empty() || target.find("..") != std::string_view::npos) {
        return sentence({"includes \"", target, "\": write the path from the project's root"});
    }
    if (!target.ends_with(".h")) {
        return sentence({"includes \"", target, "\", which is no header"});
    }
    const ModuleRule* rule = findRule(from);
    if (rule == nullptr) {
        return sentence({from, " has no row in the table of modules; give it one"});
    }
    if (from == to || contains(rule->mayInclude, to) || contains(rule->mayInclude, target)) {
        return {};
    }
    return sentence({"includes \"", target, "\", but ", from, " may not include ", to});
}

std::string qtOffence(std::string_view file, std::string_view header, std::string_view part) {
    const std::string from = moduleOf(file);
    const ModuleRule* rule = findRule(from);
    if (rule == nullptr || contains(rule->qt, "*")) {
        return {};
    }
    if (rule->qt.empty()) {
        return sentence({"includes <", header, ">, but ", from, " is free of Qt"});
    }
    if (part.empty() || contains(rule->qt, part)) {
        return {};
    }
    return sentence({"includes <", header, ">, but ", from, " may not use ", part});
}

bool isQtHeader(std::string_view target) {
    if (target.size() < 2) {
        return false;
    }
    const bool isClass = target[0] == 'Q' && (target[1] == 't' || std::isupper(target[1]) != 0);
    const bool isFile = target[0] == 'q' && target.ends_with(".h") && !target.contains('/');
    return isClass || isFile;
}

std::string linkOffence(std::string_view module, std::string_view other) {
    const ModuleRule* rule = findRule(module);
    if (rule == nullptr) {
        return sentence({module, " has no row in the table of modules; give it one"});
    }
    const bool mayLink = module == other || std::ranges::any_of(rule->mayInclude, [&](auto name) {
                             return name == other || moduleOf(name) == other;
                         });
    return mayLink ? std::string() : sentence({module, " links ", other, ", which it may not include"});
}

} // namespace bw::structure
