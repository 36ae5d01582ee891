#pragma once

#include <string>
#include <string_view>
#include <vector>

// Who may include whom: the one table of the architecture's directions.
namespace bw::structure {

struct ModuleRule {
    std::string_view module;
    // Modules, or single headers of a module that is closed otherwise. A module may always include itself.
    std::vector<std::string_view> mayInclude;
    // Parts of Qt ("QtCore"); "*" stands for all of them, none for a module without Qt.
    std::vector<std::string_view> qt;
};

[[nodiscard]] const std::vector<ModuleRule>& moduleRules();
// Null for a module that the table does not know.
[[nodiscard]] const ModuleRule* findRule(std::string_view module);

// What is wrong with a file of the project including `target` by quotes; empty when nothing is.
[[nodiscard]] std::string includeOffence(std::string_view file, std::string_view target);

// What is wrong with a file including a Qt header of this part; an empty part stands for "not known".
[[nodiscard]] std::string qtOffence(std::string_view file, std::string_view header, std::string_view part);

// <QString>, <QtGlobal>, <qglobal.h>, <QtCore/QString>
[[nodiscard]] bool isQtHeader(std::string_view target);

// What is wrong with a module linking another one; empty when nothing is.
[[nodiscard]] std::string linkOffence(std::string_view module, std::string_view other);

} // namespace bw::structure
