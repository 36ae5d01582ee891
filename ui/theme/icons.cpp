#include "ui/theme/icons.h"

#include "ui/theme/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace bw::theme {
namespace {

// Paints one SVG outline in the colour of the moment.
class OutlineEngine final : public QIconEngine {
public:
    OutlineEngine(QByteArray outline, Ink ink)
        : m_outline(std::move(outline))
        , m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override {
        QByteArray coloured = m_outline;
        coloured.replace("currentColor",
                         colourOf(m_ink, tokens(QGuiApplication::palette())).name().toLatin1());
        QSvgRenderer renderer(coloured);
        const int side = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side,
                           side);
        painter->save();
        painter->setOpacity(painter->opacity() * (mode == QIcon::Disabled ? 0.4 : 1.0));
        renderer.render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new OutlineEngine(*this); }

private:
    QByteArray m_outline;
    Ink m_ink;
};

} // namespace

QColor colourOf(Ink ink, const Tokens& t) {
    switch (ink) {
    case Ink::Muted:
        return t.muted;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Good:
        return t.good;
    case Ink::Warning:
        return t.warning;
    case Ink::Bad:
        return t.bad;
    case Ink::Text:
        break;
    }
    return t.text;
}

QIcon icon(const QString& name, Ink ink) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new OutlineEngine(file.readAll(), ink));
}

} // namespace bw::theme
