#pragma once

#include <QApplication>

#include <chrono>
#include <functional>

namespace bw::bench {

// The application, telling when something that is waited for stands painted.
class PaintWatch final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    // Whether this one, which is about to be painted, is what is waited for.
    using IsWanted = std::function<bool(const QObject*)>;
    // Does it, and turns the event loop until what is wanted was painted; milliseconds from before `act` to
    // the end of the turn that painted. Ends the program when nothing comes for a minute.
    [[nodiscard]] double untilPainted(const std::function<void()>& act, const IsWanted& isWanted);

private:
    int m_depth = 0;
    IsWanted m_isWanted;
    bool m_isPainting = false;
    bool m_isPainted = false;
    std::chrono::steady_clock::time_point m_painted;
};

} // namespace bw::bench
