#pragma once

#include <QLayout>
#include <QList>

namespace bw::charts {

// Items beside one another, right-aligned, and on further lines when the width does not do.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    using Line = QList<QLayoutItem*>;
    [[nodiscard]] QList<Line> linesWithin(int width) const;
    [[nodiscard]] static int heightOf(const Line& line);
    [[nodiscard]] static int widthOf(const Line& line);

    QList<QLayoutItem*> m_items;
};

} // namespace bw::charts
