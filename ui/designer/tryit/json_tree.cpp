#include "ui/designer/tryit/json_tree.h"

#include "core/testplan/json_reader.h"
#include "ui/format/words.h"

#include <algorithm>
#include <vector>

namespace bw::designer {
namespace {

using testplan::JsonKind;
using testplan::JsonValue;

constexpr testplan::JsonLimits kLimits{.bytes = 4U << 20, .depth = 128, .values = 1'000'000};
constexpr int kShownText = 400; // of a value, in its cell

bool isPlainName(std::string_view name) {
    const auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9') &&
           std::ranges::all_of(name, isGood);
}

std::size_t sizeOf(const JsonValue& value) {
    return value.is(JsonKind::Array)    ? value.items.size()
           : value.is(JsonKind::Object) ? value.members.size()
                                        : 0;
}

QString shortText(const JsonValue& value) {
    if (value.is(JsonKind::Array)) {
        return JsonTree::tr("%n item(s)", nullptr, static_cast<int>(value.items.size()));
    }
    if (value.is(JsonKind::Object)) {
        return JsonTree::tr("%n member(s)", nullptr, static_cast<int>(value.members.size()));
    }
    return format::plain(value.is(JsonKind::Null) ? std::string("null") : value.text).left(kShownText);
}

} // namespace

struct JsonTree::Node {
    const JsonValue* value = nullptr;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children; // made when one is asked for

    Node& child(int wanted) {
        if (children.empty()) {
            children.resize(sizeOf(*value));
        }
        auto& made = children[static_cast<std::size_t>(wanted)];
        if (!made) {
            made = std::make_unique<Node>();
            const auto at = static_cast<std::size_t>(wanted);
            made->value = value->is(JsonKind::Array) ? &value->items[at] : &value->members[at].value;
            made->parent = this;
            made->row = wanted;
        }
        return *made;
    }
    [[nodiscard]] std::string_view name() const {
        return parent != nullptr && parent->value->is(JsonKind::Object)
                   ? std::string_view(parent->value->members[static_cast<std::size_t>(row)].key)
                   : std::string_view();
    }
};

JsonTree::JsonTree(QObject* parent)
    : QAbstractItemModel(parent) {}

JsonTree::~JsonTree() = default;

bool JsonTree::setText(std::string_view text) {
    auto read = testplan::readJson(text, kLimits);
    beginResetModel();
    m_root.reset();
    if (read) {
        m_value = std::move(*read);
        m_root = std::make_unique<Node>();
        m_root->value = &m_value;
    }
    endResetModel();
    return m_root != nullptr;
}

JsonTree::Node& JsonTree::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
}

QString JsonTree::pathOf(const QModelIndex& index) const {
    std::string path;
    for (const Node* node = index.isValid() ? &nodeOf(index) : nullptr;
         node != nullptr && node->parent != nullptr; node = node->parent) {
        const std::string_view name = node->name();
        if (node->parent->value->is(JsonKind::Array)) {
            path = '[' + std::to_string(node->row) + ']' + path;
        } else if (isPlainName(name)) {
            path = '.' + std::string(name) + path;
        } else {
            std::string quoted;
            for (const char c : name) {
                quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
            }
            path = "[\"" + quoted + "\"]" + path;
        }
    }
    return QString::fromStdString('$' + path);
}

QString JsonTree::valueOf(const QModelIndex& index) const {
    return m_root ? QString::fromStdString(nodeOf(index).value->compactText()) : QString();
}

QString JsonTree::nameOf(const QModelIndex& index) const {
    for (const Node* node = index.isValid() ? &nodeOf(index) : nullptr; node != nullptr;
         node = node->parent) {
        if (isPlainName(node->name())) {
            return QString::fromUtf8(node->name().data(), static_cast<qsizetype>(node->name().size()));
        }
    }
    return QStringLiteral("value");
}

QModelIndex JsonTree::index(int row, int column, const QModelIndex& parent) const {
    if (!m_root || column < 0 || column >= Columns || row < 0 || row >= rowCount(parent)) {
        return {};
    }
    return createIndex(row, column, &nodeOf(parent).child(row));
}

QModelIndex JsonTree::parent(const QModelIndex& child) const {
    Node* parent = child.isValid() ? nodeOf(child).parent : nullptr;
    return parent == nullptr || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int JsonTree::rowCount(const QModelIndex& parent) const {
    return !m_root || parent.column() > 0 ? 0 : static_cast<int>(sizeOf(*nodeOf(parent).value));
}

int JsonTree::columnCount(const QModelIndex& /*parent*/) const {
    return Columns;
}

QVariant JsonTree::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Node& node = nodeOf(index);
    if (role == Qt::DisplayRole) {
        if (index.column() == Value) {
            return shortText(*node.value);
        }
        return node.parent->value->is(JsonKind::Array) ? QStringLiteral("[%1]").arg(node.row)
                                                       : format::plain(node.name());
    }
    return role == Qt::ToolTipRole ? QVariant(pathOf(index)) : QVariant();
}

QVariant JsonTree::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace bw::designer
