#include "ui/designer/flow/step_model.h"

#include <QMimeData>

namespace bw::designer {
namespace {

const QString kText = QStringLiteral("text/plain");
// Which lines of which model are dragged; another window's are not ours to move.
const QString kPlaces = QStringLiteral("application/x-bellwether-step-places");

QByteArray ownerMark(const void* model) {
    return QByteArray::number(reinterpret_cast<quintptr>(model), 16);
}

} // namespace

std::pair<std::string, int> StepModel::spotBehind(const QModelIndex& index) const {
    const OutlineNode& node = nodeOf(index);
    if (node.kind == NodeKind::StepList) {
        return {node.list, static_cast<int>(node.children.size())};
    }
    if (node.kind == NodeKind::Step) {
        return {node.parent->list, node.row + 1};
    }
    // "Every iteration" is the second of the three lists.
    const auto& lists = node.children;
    return lists.size() < 2 ? std::pair(std::string(), 0)
                            : std::pair(lists[1]->list, static_cast<int>(lists[1]->children.size()));
}

Qt::ItemFlags StepModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    return nodeOf(index).kind == NodeKind::Step ? flags | Qt::ItemIsDragEnabled | Qt::ItemIsEditable : flags;
}

bool StepModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || nodeOf(index).kind != NodeKind::Step) {
        return false;
    }
    Q_EMIT nameAsked(QString::fromStdString(nodeOf(index).place()), value.toString().trimmed());
    return true;
}

QStringList StepModel::mimeTypes() const {
    return {kPlaces, kText};
}

QMimeData* StepModel::mimeData(const QModelIndexList& indexes) const {
    std::vector<std::string> places;
    QStringList lines{QString::fromLatin1(ownerMark(this))};
    for (const QModelIndex& index : indexes) {
        if (nodeOf(index).kind == NodeKind::Step) {
            places.push_back(nodeOf(index).place());
            lines << QString::fromStdString(places.back());
        }
    }
    auto* data = new QMimeData;
    data->setData(kPlaces, lines.join(u'\n').toUtf8());
    if (m_textOf) {
        data->setText(m_textOf(places));
    }
    return data;
}

bool StepModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int /*column*/,
                             const QModelIndex& parent) {
    const OutlineNode& node = nodeOf(parent);
    std::pair<std::string, int> spot;
    if (!node.list.empty()) {
        const int last = static_cast<int>(node.children.size());
        spot = {node.list, row < 0 ? last : row}; // on a line that holds steps: at their end
    } else {
        spot = spotBehind(parent);
    }
    if (spot.first.empty()) {
        return false;
    }
    const QString list = QString::fromStdString(spot.first);
    QStringList places = QString::fromUtf8(data->data(kPlaces)).split(u'\n');
    const bool isOurs = places.takeFirst() == QString::fromLatin1(ownerMark(this));
    if (isOurs && action == Qt::MoveAction) {
        Q_EMIT moveAsked(places, list, spot.second);
    } else if (data->hasText()) {
        Q_EMIT insertAsked(data->text(), list, spot.second);
    }
    return false; // the lines come with the plan; the view must not take them away
}

} // namespace bw::designer
