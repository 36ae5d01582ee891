#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace bw::live {

// ChartWords::tr(): the words of the charts, with one context for translators.
class ChartWords {
    Q_DECLARE_TR_FUNCTIONS(charts)
};

// A name for the head of a chart: its middle left out when it is long.
[[nodiscard]] QString shortName(std::string_view name);

} // namespace bw::live
