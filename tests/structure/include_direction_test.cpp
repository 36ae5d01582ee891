#include "tests/structure/include_rules.h"
#include "tests/structure/source_tree.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <re2/re2.h>
#include <string>

namespace bw::structure {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kProduct{"app", "core", "ui"};

// "QtWidgets" of "QWidget"; empty when this build knows no Qt or no such header.
std::string qtPartOf(const std::string& header) {
    const std::string root(BW_QT_INCLUDE_DIR);
    if (const std::size_t slash = header.find('/'); slash != std::string::npos) {
        return header.substr(0, slash);
    }
    if (root.empty()) {
        return {};
    }
    for (const auto& part : fs::directory_iterator(root)) {
        if (fs::exists(part.path() / header)) {
            return part.path().filename().string();
        }
    }
    return {};
}

std::string moduleOfTarget(const std::string& target) {
    for (const ModuleRule& rule : moduleRules()) {
        const std::string_view folder = rule.module.substr(rule.module.find('/') + 1);
        const bool isCore = rule.module.starts_with("core/");
        const bool isReport = rule.module == "ui/report";
        if (target == (isReport ? std::string("bw_ui_report") : "bw_" + std::string(folder)) &&
            (isCore || isReport || findRule("core/" + std::string(folder)) == nullptr)) {
            return std::string(rule.module);
        }
    }
    return {};
}

} // namespace

TEST(IncludeDirection, EveryIncludeGoesTheWayOfTheTable) {
    for (const SourceFile& file : sourceFiles(kProduct)) {
        for (const Include& include : includesOf(file.text)) {
            if (include.isQuoted) {
                EXPECT_THAT(includeOffence(file.path, include.target), IsEmpty())
                    << file.path << ':' << include.line;
            }
        }
    }
}

TEST(IncludeDirection, QtIsIncludedOnlyWhereItBelongs) {
    for (const SourceFile& file : sourceFiles(kProduct)) {
        for (const Include& include : includesOf(file.text)) {
            if (!include.isQuoted && isQtHeader(include.target)) {
                EXPECT_THAT(qtOffence(file.path, include.target, qtPartOf(include.target)), IsEmpty())
                    << file.path << ':' << include.line;
            }
        }
    }
}

TEST(IncludeDirection, LinkListsSayTheSame) {
    const re2::RE2 linked(R"((\bbw_[a-z_]+))");
    int lists = 0;
    for (const ModuleRule& rule : moduleRules()) {
        std::ifstream file(fs::path(BW_SOURCE_DIR) / rule.module / "CMakeLists.txt");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        lists += text.empty() ? 0 : 1;
        re2::StringPiece rest(text);
        for (std::string target; re2::RE2::FindAndConsume(&rest, linked, &target);) {
            const std::string other = moduleOfTarget(target);
            if (!other.empty()) {
                EXPECT_THAT(linkOffence(rule.module, other), IsEmpty());
            }
        }
    }
    EXPECT_GT(lists, 10) << "the link lists were not found";
}

TEST(IncludeDirection, EveryModuleStandsInTheTable) {
    for (const SourceFile& file : sourceFiles(kProduct)) {
        EXPECT_NE(findRule(moduleOf(file.path)), nullptr) << file.path << " belongs to no known module";
    }
}

TEST(IncludeRules, RefuseTheWrongWay) {
    EXPECT_THAT(includeOffence("core/verdict/a.cpp", "ui/format/units.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("core/engine/a.h", "core/testplan/plan.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("core/base/a.h", "core/net/reactor.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("ui/live/a.h", "ui/history/b.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("ui/live/a.h", "core/engine/worker.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("ui/format/a.h", "core/net/reactor.h"), HasSubstr("may not include"));
    EXPECT_THAT(includeOffence("core/base/a.h", "clock.h"), HasSubstr("project's root"));
    EXPECT_THAT(includeOffence("core/base/a.h", "core/base/../net/reactor.h"), HasSubstr("project's root"));
    EXPECT_THAT(includeOffence("core/base/a.h", "core/base/clock.cpp"), HasSubstr("no header"));
    EXPECT_THAT(includeOffence("core/novelty/a.h", "core/base/clock.h"), HasSubstr("no row"));
}

TEST(IncludeRules, AllowTheRightWay) {
    EXPECT_THAT(includeOffence("core/expr/a.cpp", "core/expr/b.h"), IsEmpty());
    EXPECT_THAT(includeOffence("ui/live/a.h", "ui/charts/b.h"), IsEmpty());
    EXPECT_THAT(includeOffence("ui/format/a.h", "core/net/net_error.h"), IsEmpty());
    EXPECT_THAT(includeOffence("app/jts-sim/sim/a.h", "app/jts-sim/sim/b.h"), IsEmpty());
}

TEST(IncludeRules, KeepQtInItsPlaces) {
    EXPECT_THAT(qtOffence("core/engine/a.h", "QString", "QtCore"), HasSubstr("free of Qt"));
    EXPECT_THAT(qtOffence("core/engine/a.h", "QString", ""), HasSubstr("free of Qt"));
    EXPECT_THAT(qtOffence("core/history/a.h", "QColor", "QtGui"), HasSubstr("may not use QtGui"));
    EXPECT_THAT(qtOffence("ui/report/a.h", "QWidget", "QtWidgets"), HasSubstr("may not use QtWidgets"));
    EXPECT_THAT(qtOffence("ui/live/a.h", "QWidget", "QtWidgets"), IsEmpty());
    EXPECT_TRUE(isQtHeader("QtGlobal") && isQtHeader("qglobal.h") && isQtHeader("QtCore/QString"));
    EXPECT_FALSE(isQtHeader("queue") || isQtHeader("zlib.h") || isQtHeader("qpdf/qpdf-c.h"));
    if (!std::string(BW_QT_INCLUDE_DIR).empty()) {
        EXPECT_EQ(qtPartOf("QColor"), "QtGui");
    }
}

TEST(IncludeRules, ReadIncludesAsTheCompilerDoes) {
    const auto includes =
        includesOf("// #include \"no/no/no.h\"\n#  include \"a/b/c.h\" // why\n#include <map>\n"
                   "const char* text = \"#include <vector>\";\n/*\n#include <set>\n*/\n");
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "a/b/c.h");
    EXPECT_EQ(includes[0].line, 2);
    EXPECT_TRUE(includes[0].isQuoted);
    EXPECT_EQ(includes[1].target, "map");
    EXPECT_FALSE(includes[1].isQuoted);
}

} // namespace bw::structure
