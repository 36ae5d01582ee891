#pragma once

#include <QString>

#include <cstdint>
#include <vector>

// The bricks of the page's tables. Contents of cells are HTML already.
namespace bw::ui_report {

enum class Align : std::uint8_t { Left, Right };
enum class Tone : std::uint8_t { Plain, Bad, Muted };

struct Heading {
    QString text; // escaped here
    Align align = Align::Left;
};

// Up to and including <tbody>; `above` is a row of headings over groups of columns, as HTML.
[[nodiscard]] QString tableHead(const std::vector<Heading>& headings, const QString& above = {});
[[nodiscard]] QString tableEnd();

[[nodiscard]] QString cell(const QString& html);
// Heads its row; an empty one belongs to the row above.
[[nodiscard]] QString nameCell(const QString& html);
[[nodiscard]] QString numberCell(const QString& html, Tone tone = Tone::Plain);

} // namespace bw::ui_report
