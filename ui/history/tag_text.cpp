#include "ui/history/tag_text.h"

#include "ui/format/words.h"

#include <QStringList>

namespace bw::history_view {

QString tagText(const Tags& tags) {
    QStringList parts;
    for (const auto& [name, value] : tags) {
        parts << (value.empty() ? format::plain(name) : format::plain(name) + u'=' + format::plain(value));
    }
    return parts.join(QStringLiteral(", "));
}

Tags tagsOf(const QString& text) {
    Tags tags;
    for (const QString& part : text.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = (equals < 0 ? part : part.left(equals)).trimmed();
        if (!name.isEmpty()) {
            tags[name.toStdString()] = equals < 0 ? "" : part.mid(equals + 1).trimmed().toStdString();
        }
    }
    return tags;
}

bool canBeTyped(const Tags& tags) {
    return tagsOf(tagText(tags)) == tags;
}

} // namespace bw::history_view
