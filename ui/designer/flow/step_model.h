#pragma once

#include "ui/designer/outline/outline_model.h"

#include <QStringList>

namespace bw::designer {

// The steps of a flow, to be dragged: among themselves, into other plans and other programs as JSON text, and
// from there. It changes nothing itself but asks for it.
class StepModel : public OutlineModel {
    Q_OBJECT

public:
    using OutlineModel::OutlineModel;

    // How steps become a text; the places are those of the lines that are dragged.
    using TextOf = std::function<QString(const std::vector<std::string>& places)>;
    void setTextOf(TextOf textOf) { m_textOf = std::move(textOf); }

    // Where steps go that are put on this line or behind it: into a list, behind a step. An invalid index: at
    // the end of the iteration.
    [[nodiscard]] std::pair<std::string, int> spotBehind(const QModelIndex& index) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override {
        return Qt::MoveAction | Qt::CopyAction;
    }
    [[nodiscard]] Qt::DropActions supportedDragActions() const override {
        return Qt::MoveAction | Qt::CopyAction;
    }
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    // These of the lines are to stand there.
    void moveAsked(const QStringList& places, const QString& list, int row);
    // Steps of another plan, or of another program.
    void insertAsked(const QString& text, const QString& list, int row);
    void nameAsked(const QString& place, const QString& name);

private:
    TextOf m_textOf;
};

} // namespace bw::designer
