#include "ui/live/example_pane.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bw::live {
namespace {

QString bodyText(const std::string& text) {
    return QString::fromStdString(text).remove(u'\0').remove(u'\r');
}

} // namespace

ExamplePane::ExamplePane(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QPlainTextEdit(this)) {
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Failing exchanges"));
    m_text->setTabChangesFocus(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    setExamples({}, {});
}

void ExamplePane::setExamples(const QString& name, const std::vector<report::ExampleRow>& examples) {
    QString text;
    int kept = 0;
    for (const report::ExampleRow& example : examples) {
        if (format::plain(example.name) != name) {
            continue;
        }
        ++kept;
        text +=
            tr("── %1, after %2 ──").arg(format::plain(example.kind), format::duration(example.at)) + u'\n';
        text += bodyText(example.request) + QStringLiteral("\n\n");
        text += example.response.empty() ? tr("No response came.") : bodyText(example.response);
        text += QStringLiteral("\n\n");
    }
    m_title->setText(name.isEmpty() ? tr("Select an error to see its exchanges")
                     : kept == 0    ? tr("No exchange of %1 was kept").arg(name)
                                    : tr("%n failing exchange(s) of %1", nullptr, kept).arg(name));
    // The same text again would throw the reader back to its beginning.
    if (m_text->toPlainText() != text) {
        m_text->setPlainText(text);
    }
}

} // namespace bw::live
