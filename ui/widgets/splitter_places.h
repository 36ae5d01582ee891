#pragma once

#include <QString>

class QSettings;
class QSplitter;

namespace bw::widgets {

// Puts a splitter's handles where they were left under this key, and keeps where they are moved to. The
// splitter has all its widgets; the settings outlive it.
void rememberPlaces(QSplitter& splitter, QSettings& settings, const QString& key);

} // namespace bw::widgets
