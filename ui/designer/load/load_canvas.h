#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/load/load_curves.h"
#include "ui/designer/load/load_painter.h"
#include "ui/designer/load/load_scale.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QAction;

namespace bw::designer {

// All scenarios on one time axis: chosen, dragged by their points or along time, zoomed and panned, by mouse
// and by keyboard. Changes the document by undoable edits and shows its state. The document outlives it.
class LoadCanvas : public QWidget {
    Q_OBJECT

public:
    LoadCanvas(bridge::PlanDocument& document, QWidget* parent);

    // Shows the document's state.
    void refresh();
    [[nodiscard]] const LoadPicture& picture() const { return m_picture; }
    [[nodiscard]] const LoadScale& scale() const { return m_scale; }
    [[nodiscard]] bool isZoomed() const { return m_window.has_value(); }

    // The scenario whose points can be taken; an unknown name: none.
    void setCurrent(const QString& scenario);
    [[nodiscard]] QString current() const { return QString::fromStdString(m_look.current); }
    [[nodiscard]] int point() const { return m_look.point; }
    // Where a point of the current scenario stands on the canvas.
    [[nodiscard]] QPointF placeOfPoint(int point) const;

    // Add a point, remove it, look closer, look farther, see all.
    [[nodiscard]] QList<QAction*> canvasActions() const { return m_actions; }

    [[nodiscard]] QSize sizeHint() const override { return {640, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    // The person chose another one.
    void currentChanged(const QString& scenario);
    // What there is to say of it changed.
    void pictureChanged();
    void zoomChanged();
    // The menu of a scenario is wanted.
    void menuRequested(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    static constexpr double kCloser = 1.25; // a step of looking closer
    enum class Grip : std::uint8_t { None, Point, Curve, Pan };
    struct Drag {
        Grip grip = Grip::None;
        QPointF from;
        QPointF to;
        double startTime = 0;
        TimeWindow window;
        Qt::KeyboardModifiers modifiers;
        bool movesTime = false;
        bool movesLevel = false;
        bool wasCurrent = false; // before it was pressed upon
        int undoCount = 0;       // of the document, before
    };
    using ScenarioEdit = std::function<void(testplan::Scenario&)>;

    void setupActions();
    void place();
    void forgetPicture();
    void choose(const std::string& scenario, int point);
    void tell();
    [[nodiscard]] const testplan::Scenario* currentScenario() const;
    [[nodiscard]] const LoadCurve* currentCurve() const;
    [[nodiscard]] std::optional<int> pointAt(const QPointF& at) const;
    [[nodiscard]] std::vector<const LoadCurve*> curvesAt(const QPointF& at) const;
    [[nodiscard]] const LoadCurve* curveAt(const QPointF& at) const;
    void chooseNextAt(const QPointF& at);
    [[nodiscard]] QStringList reading() const;
    void edit(const QString& label, const QString& part, const ScenarioEdit& change);
    void hover(const QPointF& at);
    void applyDrag();
    void giveUpDrag();
    void dragPoint();
    void dragCurve();
    void nudge(double timeSteps, double levelSteps, Later later);
    void nudgeStart(double steps);
    void stepPoint(int by);
    void stepScenario(int by);
    bool doKey(int key, Qt::KeyboardModifiers modifiers);
    void addPointAt(double second, double level);
    void addPointBehind();
    void removeCurrentPoint();
    void look(const TimeWindow& window);
    void zoom(double factor, double second);
    void zoomAtMiddle(double factor);
    void showAll();

    bridge::PlanDocument& m_document;
    LoadPicture m_picture;
    LoadScale m_scale;
    std::optional<TimeWindow> m_window; // none: all of it
    LoadLook m_look;
    Drag m_drag;
    QTimer m_apply; // one edit for all moves that wait
    QPixmap m_base;
    std::optional<QPointF> m_pointer;
    bool m_isSpaceHeld = false;
    QList<QAction*> m_actions;
};

} // namespace bw::designer
