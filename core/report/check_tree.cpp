#include "core/report/check_tree.h"

#include <QCryptographicHash>
#include <QString>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kMaxLevels = 64;
constexpr std::string_view kSeparator = "::";

struct Group {
    std::string name;
    std::string path;
    std::map<std::string, Group> groups;
    std::vector<const verdict::CheckResult*> checks;
};

Group& groupAt(Group& root, std::string_view path) {
    Group* group = &root;
    std::size_t level = 0;
    while (path.starts_with(kSeparator)) {
        path.remove_prefix(kSeparator.size());
        const std::size_t end = ++level < kMaxLevels ? path.find(kSeparator) : std::string_view::npos;
        const std::string name(path.substr(0, end));
        const auto [place, added] = group->groups.try_emplace(name);
        if (added) {
            place->second.name = name;
            place->second.path = group->path + std::string(kSeparator) + name;
        }
        group = &place->second;
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return *group;
}

QJsonObject named(const std::string& name, const std::string& path) {
    const QByteArray id = QCryptographicHash::hash(QByteArray::fromStdString(path), QCryptographicHash::Md5);
    return {{u"name"_s, QString::fromStdString(name)},
            {u"path"_s, QString::fromStdString(path)},
            {u"id"_s, QString::fromLatin1(id.toHex())}};
}

QJsonObject toJson(const Group& group) {
    QJsonObject checks;
    for (const verdict::CheckResult* check : group.checks) {
        QJsonObject object = named(check->name, group.path + std::string(kSeparator) + check->name);
        object[u"passes"_s] = static_cast<double>(check->passes);
        object[u"fails"_s] = static_cast<double>(check->fails);
        checks[QString::fromStdString(check->name)] = object;
    }
    QJsonObject groups;
    for (const auto& [name, inner] : group.groups) {
        groups[QString::fromStdString(name)] = toJson(inner);
    }
    QJsonObject object = named(group.name, group.path);
    object[u"groups"_s] = groups;
    object[u"checks"_s] = checks;
    return object;
}

} // namespace

QJsonObject checkTree(std::span<const verdict::CheckResult> checks) {
    Group root;
    for (const verdict::CheckResult& check : checks) {
        groupAt(root, check.group).checks.push_back(&check);
    }
    return toJson(root);
}

} // namespace bw::report
