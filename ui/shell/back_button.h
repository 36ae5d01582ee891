#pragma once

class QToolButton;
class QWidget;

namespace bw::shell {

// Above what was opened from the history: the way back to all runs, also by Alt+Left while it is in sight.
[[nodiscard]] QToolButton* makeBackButton(QWidget* page);

} // namespace bw::shell
