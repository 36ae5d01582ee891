#pragma once

#include "core/testplan/json_value.h"

#include <QAbstractItemModel>

#include <memory>
#include <string_view>

namespace bw::designer {

// A JSON value as a tree of names and values. Lines are made when they are looked at, so that a large answer
// is there at once.
class JsonTree : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column : int { Name, Value, Columns };

    explicit JsonTree(QObject* parent = nullptr);
    ~JsonTree() override;

    // False, and no lines, when the text is no JSON.
    bool setText(std::string_view text);
    // As json() takes it: "$.orders[0].id"; "$" for the whole.
    [[nodiscard]] QString pathOf(const QModelIndex& index) const;
    // As JSON, on one line.
    [[nodiscard]] QString valueOf(const QModelIndex& index) const;
    // A name for what stands there: its own, or that of what holds it.
    [[nodiscard]] QString nameOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node& nodeOf(const QModelIndex& index) const;

    testplan::JsonValue m_value;
    std::unique_ptr<Node> m_root;
};

} // namespace bw::designer
