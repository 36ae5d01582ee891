#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;

namespace bw::widgets {

// Names and what they are, one a line: names muted at the left, what they are beside them or, figures, at the
// right. What they are can be selected and copied.
class FactList : public QWidget {
    Q_OBJECT

public:
    enum class Align : std::uint8_t { Texts, Figures };
    explicit FactList(Align align, QWidget* parent = nullptr);

    struct Fact {
        QString name;
        QString value;
        QString exact; // the tool tip; empty: the value
    };
    // Facts without a value are left out.
    void setFacts(const std::vector<Fact>& facts);

private:
    void addLine();

    Align m_align;
    QGridLayout* m_grid;
    std::vector<std::pair<QLabel*, QLabel*>> m_lines;
};

} // namespace bw::widgets
