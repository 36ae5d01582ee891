#include "ui/designer/outline/outline_model.h"

namespace bw::designer {
namespace {

bool haveSameShape(const OutlineNode& a, const OutlineNode& b) {
    if (a.kind != b.kind || a.children.size() != b.children.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (!haveSameShape(*a.children[i], *b.children[i])) {
            return false;
        }
    }
    return true;
}

// The nodes stay, since indexes point at them.
void takeLines(OutlineNode& into, OutlineNode& from) {
    into.label = from.label;
    into.badge = from.badge;
    into.details = from.details;
    into.count = from.count;
    into.colour = from.colour;
    into.places = std::move(from.places);
    into.trouble = from.trouble;
    into.isDisabled = from.isDisabled;
    into.list = std::move(from.list);
    for (std::size_t i = 0; i < into.children.size(); ++i) {
        takeLines(*into.children[i], *from.children[i]);
    }
}

QString toolTip(const OutlineNode& node) {
    QString tip = node.badge.isEmpty() ? node.label : QStringLiteral("%1  %2").arg(node.badge, node.label);
    return node.details.isEmpty() ? tip : tip + u'\n' + node.details;
}

} // namespace

OutlineModel::OutlineModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<OutlineNode>()) {}

OutlineModel::~OutlineModel() = default;

void OutlineModel::setRoot(std::unique_ptr<OutlineNode> root) {
    if (haveSameShape(*m_root, *root)) {
        takeLines(*m_root, *root);
        tellAllChanged({});
        return;
    }
    beginResetModel();
    m_root = std::move(root);
    endResetModel();
}

void OutlineModel::tellAllChanged(const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows == 0) {
        return;
    }
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    for (int row = 0; row < rows; ++row) {
        tellAllChanged(index(row, 0, parent));
    }
}

const OutlineNode& OutlineModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const OutlineNode*>(index.constInternalPointer()) : *m_root;
}

QModelIndex OutlineModel::indexOf(const OutlineNode& node) const {
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex OutlineModel::indexOf(const QString& place) const {
    const std::string wanted = place.toStdString();
    const OutlineNode* node = m_root.get();
    for (bool goesDeeper = true; goesDeeper;) {
        goesDeeper = false;
        for (const auto& child : node->children) {
            if (child->holds(wanted)) {
                node = child.get();
                goesDeeper = true;
                break;
            }
        }
    }
    return indexOf(*node);
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    const OutlineNode& node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(node.children.size())) {
        return {};
    }
    return createIndex(row, 0, node.children[static_cast<std::size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const {
    const OutlineNode* parent = child.isValid() ? nodeOf(child).parent : nullptr;
    return parent == nullptr ? QModelIndex() : indexOf(*parent);
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(nodeOf(parent).children.size());
}

int OutlineModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1;
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const OutlineNode& node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.label;
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::AccessibleDescriptionRole:
        return node.trouble
                   ? (*node.trouble == testplan::Severity::Error ? tr("has errors") : tr("has warnings"))
                   : QString();
    case kNodeKindRole:
        return static_cast<int>(node.kind);
    case kPlaceRole:
        return QString::fromStdString(node.place());
    case kBadgeRole:
        return node.badge;
    case kDetailsRole:
        return node.details;
    case kCountRole:
        return node.count;
    case kColourRole:
        return node.colour;
    case kTroubleRole:
        return node.trouble ? static_cast<int>(*node.trouble) : -1;
    case kDisabledRole:
        return node.isDisabled;
    default:
        return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const NodeKind kind = nodeOf(index).kind;
    return kind == NodeKind::Scenario || kind == NodeKind::Flow ? flags | Qt::ItemIsEditable : flags;
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    Q_EMIT renamed(nodeOf(index).label, value.toString());
    return true;
}

} // namespace bw::designer
