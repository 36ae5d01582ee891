#pragma once

#include "ui/report/paper/page_blocks.h"

class QXmlStreamReader;

namespace bw::ui_report::paper {

// Reads the <svg> the reader stands on, up to its end. The style sheet's classes become attributes, for QtSvg
// knows neither variables nor the colour of the text around a picture. Its words become labels.
[[nodiscard]] Picture readPicture(QXmlStreamReader& reader);

} // namespace bw::ui_report::paper
