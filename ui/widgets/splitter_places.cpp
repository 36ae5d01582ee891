#include "ui/widgets/splitter_places.h"

#include <QSettings>
#include <QSplitter>

namespace bw::widgets {

void rememberPlaces(QSplitter& splitter, QSettings& settings, const QString& key) {
    splitter.restoreState(settings.value(key).toByteArray());
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                     [&splitter, &settings, key] { settings.setValue(key, splitter.saveState()); });
}

} // namespace bw::widgets
