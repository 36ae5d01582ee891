#include "ui/widgets/fact_list.h"

#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QLabel>

namespace bw::widgets {

FactList::FactList(Align align, QWidget* parent)
    : QWidget(parent)
    , m_align(align)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * theme::kGrid);
    m_grid->setVerticalSpacing(theme::kHalfGrid);
    m_grid->setColumnStretch(1, 1);
}

void FactList::addLine() {
    auto* name = new QLabel(this);
    auto* value = new QLabel(this);
    name->setForegroundRole(QPalette::PlaceholderText); // muted
    name->setTextFormat(Qt::PlainText);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(m_align == Align::Texts);
    value->setAlignment((m_align == Align::Texts ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    const int row = static_cast<int>(m_lines.size());
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value, row, 1);
    m_lines.emplace_back(name, value);
}

void FactList::setFacts(const std::vector<Fact>& facts) {
    std::size_t used = 0;
    for (const Fact& fact : facts) {
        if (fact.value.isEmpty()) {
            continue;
        }
        if (used == m_lines.size()) {
            addLine();
        }
        const auto& [name, value] = m_lines[used++];
        name->setText(fact.name);
        value->setText(fact.value);
        value->setToolTip(fact.exact);
        value->setAccessibleName(fact.name + u' ' + fact.value);
        name->show();
        value->show();
    }
    for (; used < m_lines.size(); ++used) {
        m_lines[used].first->hide();
        m_lines[used].second->hide();
    }
}

} // namespace bw::widgets
