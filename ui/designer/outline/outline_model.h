#pragma once

#include "ui/designer/outline/outline_node.h"

#include <QAbstractItemModel>

namespace bw::designer {

enum OutlineRole : int {
    kNodeKindRole = Qt::UserRole + 1, // a NodeKind
    kPlaceRole,                       // QString
    kBadgeRole,                       // QString
    kDetailsRole,                     // QString
    kCountRole,                       // int, -1: none
    kColourRole,                      // int, -1: none
    kTroubleRole,                     // a testplan::Severity as int, -1: none
    kDisabledRole,                    // bool
};

// A tree of parts of the plan. While its shape stays, only its lines change, so that what is expanded and
// selected stays.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit OutlineModel(QObject* parent = nullptr);
    ~OutlineModel() override;

    void setRoot(std::unique_ptr<OutlineNode> root);

    // The deepest line that holds the place; invalid when none does.
    [[nodiscard]] QModelIndex indexOf(const QString& place) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Renames a scenario or a flow: the document's answer comes as a new state.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void renamed(const QString& from, const QString& to);

protected:
    [[nodiscard]] const OutlineNode& nodeOf(const QModelIndex& index) const;

private:
    [[nodiscard]] QModelIndex indexOf(const OutlineNode& node) const;
    void tellAllChanged(const QModelIndex& parent);

    std::unique_ptr<OutlineNode> m_root;
};

} // namespace bw::designer
