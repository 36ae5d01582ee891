#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace bw::theme {
namespace {

Tokens lightTokens() {
    return {
        .appearance = Appearance::Light,
        .surface = QColor(0xffffff),
        .raised = QColor(0xf5f6f8),
        .sunken = QColor(0xffffff),
        .line = QColor(0xdcdfe4),
        .text = QColor(0x1b1f26),
        .muted = QColor(0x5b6472),
        .accent = QColor(0x1f5fbf),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xdbe7fa),
        .good = QColor(0x14753f),
        .warning = QColor(0x8a5a00),
        .bad = QColor(0xbf2323),
        .percentile = {QColor(0x9db9e8), QColor(0x4f83d1), QColor(0x153f8a)},
        .scenario = {QColor(0x0072b2), QColor(0xd55e00), QColor(0x009e73), QColor(0xcc79a7), QColor(0xe69f00),
                     QColor(0x56b4e9), QColor(0x7a6a00), QColor(0x4b4b4b)},
    };
}

Tokens darkTokens() {
    return {
        .appearance = Appearance::Dark,
        .surface = QColor(0x16181d),
        .raised = QColor(0x1e2127),
        .sunken = QColor(0x121418),
        .line = QColor(0x31363f),
        .text = QColor(0xe6e9ee),
        .muted = QColor(0x9aa4b2),
        .accent = QColor(0x6ea8fe),
        .onAccent = QColor(0x0b1524),
        .selection = QColor(0x24385a),
        .good = QColor(0x53c285),
        .warning = QColor(0xe3a93c),
        .bad = QColor(0xff7b72),
        .percentile = {QColor(0x3f5f94), QColor(0x6a9be6), QColor(0xc5dbff)},
        .scenario = {QColor(0x4aa8e0), QColor(0xf08a4b), QColor(0x2fc79a), QColor(0xdf9cc3), QColor(0xf2b83f),
                     QColor(0x8fd0f5), QColor(0xd9cf5a), QColor(0xc2c6cc)},
    };
}

// WCAG 2.1, relative luminance.
double luminance(const QColor& colour) {
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

} // namespace

const Tokens& tokens(Appearance appearance) {
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    return appearance == Appearance::Dark ? dark : light;
}

const Tokens& tokens(const QPalette& palette) {
    return tokens(palette.color(QPalette::Window).lightness() < 128 ? Appearance::Dark : Appearance::Light);
}

QPalette makePalette(Appearance appearance) {
    const Tokens& t = tokens(appearance);
    QPalette palette;
    palette.setColor(QPalette::Window, t.surface);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.sunken);
    palette.setColor(QPalette::AlternateBase, t.raised);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::Light, t.raised.lighter(112));
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line.darker(120));
    palette.setColor(QPalette::Shadow, t.line.darker(160));
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = t.muted;
        faint.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace bw::theme
