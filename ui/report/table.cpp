#include "ui/report/table.h"

#include "ui/report/report_words.h"

namespace bw::ui_report {

using namespace Qt::StringLiterals;

QString tableHead(const std::vector<Heading>& headings, const QString& above) {
    QString text = u"<div class=\"wide\"><table><thead>"_s + above + u"<tr>"_s;
    for (const Heading& heading : headings) {
        text += heading.align == Align::Right ? u"<th scope=\"col\" class=\"n\">"_s : u"<th scope=\"col\">"_s;
        text += escaped(heading.text) + u"</th>"_s;
    }
    return text + u"</tr></thead>\n<tbody>\n"_s;
}

QString tableEnd() {
    return u"</tbody></table></div>\n"_s;
}

QString cell(const QString& html) {
    return u"<td>"_s + html + u"</td>"_s;
}

QString nameCell(const QString& html) {
    return html.isEmpty() ? u"<td></td>"_s : u"<th scope=\"row\" class=\"name\">"_s + html + u"</th>"_s;
}

QString numberCell(const QString& html, Tone tone) {
    switch (tone) {
    case Tone::Bad:
        return u"<td class=\"n bad\">"_s + html + u"</td>"_s;
    case Tone::Muted:
        return u"<td class=\"n muted\">"_s + html + u"</td>"_s;
    case Tone::Plain:
        break;
    }
    return u"<td class=\"n\">"_s + html + u"</td>"_s;
}

} // namespace bw::ui_report
