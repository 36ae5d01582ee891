#pragma once

#include <QPainter>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bw::ui_report::paper {

// Where a reader of the file can jump to; level 1 at the top.
struct Mark {
    QString title;
    int level = 1;
};

// A piece of the document as wide as the page's text, which no page's end cuts.
struct Strip {
    double height = 0;
    double spaceBefore = 0; // left out at the top of a page
    bool keepsWithNext = false;
    std::optional<Mark> mark = std::nullopt;
    // Stands above this strip again when it is the first of a page.
    std::shared_ptr<const Strip> repeated = nullptr;
    std::function<void(QPainter& painter, double top)> paint = nullptr; // the left edge is 0
};

using Strips = std::vector<Strip>;

} // namespace bw::ui_report::paper
