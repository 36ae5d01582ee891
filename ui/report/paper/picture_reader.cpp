#include "ui/report/paper/picture_reader.h"

#include "ui/report/paper/ink.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <array>
#include <utility>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;

struct InkClass {
    QLatin1String name;
    QLatin1String ink;
    QLatin1String width;       // of a stroke
    QLatin1String bandOpacity; // of a filled band
};

constexpr std::array kInks{
    InkClass{QLatin1String("p50"), ink::kP50, QLatin1String("1.25"), QLatin1String("0.2")},
    InkClass{QLatin1String("p95"), ink::kP95, QLatin1String("1.5"), QLatin1String("0.16")},
    InkClass{QLatin1String("p99"), ink::kP99, QLatin1String("2"), QLatin1String("0.12")},
    InkClass{QLatin1String("acc"), ink::kAccent, QLatin1String("1.75"), QLatin1String("0.2")},
    InkClass{QLatin1String("quiet"), ink::kQuiet, QLatin1String("2"), QLatin1String("0.2")},
    InkClass{QLatin1String("err"), ink::kBad, QLatin1String("2"), QLatin1String("0.2")},
    InkClass{QLatin1String("grid"), ink::kLine, QLatin1String("1"), {}},
    InkClass{QLatin1String("base"), ink::kQuiet, QLatin1String("1"), {}},
    InkClass{QLatin1String("zero"), ink::kQuiet, QLatin1String("1"), {}},
    InkClass{QLatin1String("limit"), ink::kBad, QLatin1String("1.25"), {}},
    InkClass{QLatin1String("moment"), ink::kMuted, QLatin1String("1"), {}},
    InkClass{QLatin1String("pause"), ink::kQuiet, {}, QLatin1String("0.2")},
    InkClass{QLatin1String("tick"), ink::kText, QLatin1String("1.5"), {}},
    InkClass{QLatin1String("track"), ink::kLine, {}, {}},
    InkClass{QLatin1String("fill"), ink::kQuiet, {}, {}},
    InkClass{QLatin1String("over"), ink::kBad, {}, {}},
};

const InkClass* inkNamed(const QList<QStringView>& classes) {
    for (const InkClass& candidate : kInks) {
        if (classes.contains(candidate.name)) {
            return &candidate;
        }
    }
    return nullptr;
}

QLatin1String dashesOf(const QList<QStringView>& classes) {
    if (classes.contains(u"quiet"_s)) {
        return QLatin1String("0.5 4");
    }
    if (classes.contains(u"dash1"_s)) {
        return QLatin1String("14 4");
    }
    if (classes.contains(u"dash2"_s)) {
        return QLatin1String("3 3");
    }
    if (classes.contains(u"dash3"_s)) {
        return QLatin1String("8 3 1.5 3");
    }
    if (classes.contains(u"moment"_s)) {
        return QLatin1String("1.5 2.5");
    }
    return classes.contains(u"limit"_s) ? QLatin1String("8 4") : QLatin1String();
}

void set(QXmlStreamWriter& writer, const char* name, QLatin1String value) {
    writer.writeAttribute(QLatin1String(name), value);
}

void strokeOf(QXmlStreamWriter& writer, const QList<QStringView>& classes, QLatin1String around) {
    const InkClass* named = inkNamed(classes);
    set(writer, "fill", QLatin1String("none"));
    set(writer, "stroke", named == nullptr ? around : named->ink);
    set(writer, "stroke-width", named == nullptr ? QLatin1String("2") : named->width);
    set(writer, "stroke-linejoin", QLatin1String("round"));
    set(writer, "stroke-linecap", QLatin1String(classes.contains(u"quiet"_s) ? "round" : "butt"));
    if (const QLatin1String dashes = dashesOf(classes); !dashes.isEmpty()) {
        set(writer, "stroke-dasharray", dashes);
    }
}

void fillOf(QXmlStreamWriter& writer, const QList<QStringView>& classes, QLatin1String around) {
    const InkClass* named = inkNamed(classes);
    set(writer, "stroke", QLatin1String("none"));
    set(writer, "fill", named == nullptr ? around : named->ink);
    if (named != nullptr && (classes.contains(u"band"_s) || classes.contains(u"pause"_s))) {
        set(writer, "fill-opacity", named->bandOpacity);
    }
}

// `around` is the colour of what has no class of its own.
void copyElement(QXmlStreamReader& reader, QXmlStreamWriter& writer, QLatin1String around) {
    const QStringView name = reader.name();
    if (name == u"title" || name == u"desc") { // for who cannot see the page; nothing to draw
        reader.skipCurrentElement();
        return;
    }
    writer.writeStartElement(name.toString());
    const QList<QStringView> classes = reader.attributes().value("class"_L1).split(u' ');
    if (name == u"line" || (name == u"path" && !classes.contains(u"band"_s))) {
        strokeOf(writer, classes, around);
    } else {
        fillOf(writer, classes, around);
    }
    for (const QXmlStreamAttribute& attribute : reader.attributes()) {
        if (attribute.name() != u"class") {
            writer.writeAttribute(attribute);
        }
    }
    while (!reader.atEnd() && reader.readNext() != QXmlStreamReader::EndElement) {
        if (reader.isStartElement()) {
            copyElement(reader, writer, around);
        }
    }
    writer.writeEndElement();
}

PictureLabel labelOf(QXmlStreamReader& reader) {
    const QXmlStreamAttributes attributes = reader.attributes();
    const QList<QStringView> classes = attributes.value("class"_L1).split(u' ');
    return {.text = {},
            .at = {attributes.value("x"_L1).toDouble(), attributes.value("y"_L1).toDouble()},
            .share = classes.contains(u"v"_s) ? 1 : 0.5};
}

} // namespace

Picture readPicture(QXmlStreamReader& reader) {
    Picture picture;
    const QString view = reader.attributes().value("viewBox"_L1).toString();
    const QStringList box = view.split(u' ');
    if (box.size() == 4) {
        picture.size = {box[2].toDouble(), box[3].toDouble()};
    }
    const QLatin1String around = inkOf(toneNamed(reader.attributes().value("class"_L1)));
    QXmlStreamWriter writer(&picture.svg);
    writer.writeStartElement(u"svg"_s);
    writer.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    writer.writeAttribute(u"viewBox"_s, view);
    while (!reader.atEnd() && reader.readNext() != QXmlStreamReader::EndElement) {
        if (reader.isStartElement() && reader.name() == u"text") {
            PictureLabel label = labelOf(reader);
            label.text = reader.readElementText();
            picture.labels.push_back(std::move(label));
        } else if (reader.isStartElement()) {
            copyElement(reader, writer, around);
        }
    }
    writer.writeEndElement();
    return picture;
}

} // namespace bw::ui_report::paper
