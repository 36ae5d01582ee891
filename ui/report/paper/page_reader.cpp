#include "ui/report/paper/page_reader.h"

#include "ui/report/paper/ink.h"
#include "ui/report/paper/picture_reader.h"

#include <QXmlStreamReader>

#include <utility>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;

// The main element of the page. What XML cannot carry becomes U+FFFD, whoever let it in.
QString mainOf(const QString& page) {
    const qsizetype from = page.indexOf(u"<main>"_s);
    const qsizetype to = page.lastIndexOf(u"</main>"_s);
    QString text = from < 0 || to < from ? QString() : page.mid(from, to - from + 7);
    for (QChar& character : text) {
        const char16_t unit = character.unicode();
        // A carriage return XML takes for the end of a line, or for a part of it.
        const bool isControl = unit < 0x20 && unit != u'\n' && unit != u'\r' && unit != u'\t';
        if (isControl || unit == 0xfffe || unit == 0xffff) {
            character = QChar::ReplacementCharacter;
        }
    }
    return text;
}

class Reader {
public:
    explicit Reader(const QString& page)
        : m_xml(mainOf(page)) {}

    std::vector<Block> read() {
        m_xml.readNextStartElement(); // <main>
        readFlow();
        return std::move(m_blocks);
    }

private:
    [[nodiscard]] bool is(QStringView name) const { return m_xml.name() == name; }
    [[nodiscard]] bool has(const QString& name) const {
        return m_xml.attributes().value("class"_L1).split(u' ').contains(name);
    }
    [[nodiscard]] Tone tone() const { return toneNamed(m_xml.attributes().value("class"_L1)); }

    void readFlow() {
        while (m_xml.readNextStartElement()) {
            readBlock();
        }
    }

    void readBlock() {
        if (is(u"h1")) {
            readHeadline();
        } else if (is(u"h2") || is(u"h3") || is(u"summary")) {
            readHeading();
        } else if (is(u"ul")) {
            m_blocks.emplace_back(List{readTexts()});
        } else if (is(u"p") && has(u"facts"_s)) {
            m_blocks.emplace_back(Items{readTexts()});
        } else if (is(u"dl") && has(u"figures"_s)) {
            readFigures();
        } else if (is(u"dl")) {
            readPairs();
        } else if (is(u"table")) {
            readTable();
        } else if (is(u"div") && has(u"charts"_s)) {
            readCharts();
        } else if (is(u"pre")) {
            m_blocks.emplace_back(Listing{m_xml.readElementText()});
        } else if (is(u"header") || is(u"section") || is(u"div") || is(u"details")) {
            const bool isExamples = std::exchange(m_isBelowHeading, m_isBelowHeading || has(u"examples"_s));
            readFlow();
            m_isBelowHeading = isExamples;
        } else {
            m_blocks.emplace_back(Paragraph{readText(is(u"p") && has(u"plan"_s) ? Tone::Muted : tone())});
        }
    }

    // Up to the end of the element the reader stands on.
    Text readText(Tone tone = Tone::Plain) {
        Text text;
        readPhrases(text, {.text = {}, .tone = tone});
        return text;
    }

    void readPhrases(Text& text, Phrase look) {
        while (!m_xml.atEnd() && m_xml.readNext() != QXmlStreamReader::EndElement) {
            if (m_xml.isCharacters()) {
                addPhrase(text, look);
            } else if (m_xml.isStartElement() && is(u"svg")) {
                text.picture = readPicture(m_xml);
            } else if (m_xml.isStartElement()) {
                Phrase inner = look;
                inner.tone = tone() == Tone::Plain ? look.tone : tone();
                inner.isStrong = look.isStrong || is(u"b");
                inner.isCode = look.isCode || is(u"code");
                inner.isSmall = look.isSmall || is(u"small");
                readPhrases(text, inner);
            }
        }
    }

    // Line ends between elements are the page's own; as in a browser they are spaces.
    void addPhrase(Text& text, Phrase look) {
        look.text = m_xml.text().toString().replace(u'\n', u' ');
        if (text.phrases.empty() && look.text.trimmed().isEmpty()) {
            return; // between elements
        }
        if (!look.text.isEmpty()) {
            text.phrases.push_back(std::move(look));
        }
    }

    // The children of the element the reader stands on.
    std::vector<Text> readTexts(Tone around = Tone::Plain) {
        std::vector<Text> texts;
        while (m_xml.readNextStartElement()) {
            texts.push_back(readText(tone() == Tone::Plain ? around : tone()));
        }
        return texts;
    }

    void readHeadline() {
        Headline headline;
        while (m_xml.readNextStartElement()) {
            if (has(u"mark"_s)) {
                headline.tone = tone();
                headline.mark = m_xml.readElementText();
            } else {
                headline.sentence = readText();
            }
        }
        m_blocks.emplace_back(std::move(headline));
    }

    void readHeading() {
        const bool isTop = !m_isBelowHeading || is(u"summary");
        const int level = is(u"h3") ? (isTop ? 2 : 3) : isTop ? 1 : 2;
        Heading heading{level, readText()};
        for (Phrase& phrase : heading.text.phrases) {
            phrase.tone = phrase.isSmall ? Tone::Muted : phrase.tone;
        }
        m_blocks.emplace_back(std::move(heading));
    }

    void readFigures() {
        KeyFigures block;
        while (m_xml.readNextStartElement()) {
            KeyFigure figure;
            while (m_xml.readNextStartElement()) {
                if (is(u"dt")) {
                    figure.term = m_xml.readElementText();
                    continue;
                }
                figure.tone = tone();
                for (const Phrase& phrase : readText().phrases) {
                    (phrase.isSmall ? figure.note : figure.value) += phrase.text;
                }
            }
            block.figures.push_back(std::move(figure));
        }
        m_blocks.emplace_back(std::move(block));
    }

    void readPairs() {
        Pairs block;
        while (m_xml.readNextStartElement()) {
            if (is(u"dt")) {
                block.pairs.emplace_back(readText(Tone::Muted), Text());
            } else if (!block.pairs.empty()) {
                block.pairs.back().second = readText();
            } else {
                m_xml.skipCurrentElement();
            }
        }
        m_blocks.emplace_back(std::move(block));
    }

    void readTable() {
        Table table;
        while (m_xml.readNextStartElement()) {
            std::vector<Row>& rows = is(u"thead") ? table.head : table.rows;
            while (m_xml.readNextStartElement()) {
                rows.push_back(readRow(&rows == &table.head));
            }
        }
        m_blocks.emplace_back(std::move(table));
    }

    Row readRow(bool isHead) {
        Row row{.cells = {}, .continues = has(u"same"_s)};
        while (m_xml.readNextStartElement()) {
            Cell cell;
            cell.columns = std::max(1, m_xml.attributes().value("colspan"_L1).toInt());
            cell.isNumber = has(u"n"_s);
            const bool staysWhole = cell.isNumber || has(u"state"_s) || has(u"keep"_s);
            cell.wrap = isHead           ? Wrap::AtWords
                        : staysWhole     ? Wrap::Never
                        : has(u"name"_s) ? Wrap::Anywhere
                                         : Wrap::AtWords;
            cell.text = readText(isHead ? Tone::Muted : tone());
            row.cells.push_back(std::move(cell));
        }
        return row;
    }

    void readCharts() {
        Charts block;
        while (m_xml.readNextStartElement()) {
            block.charts.push_back(readChart());
        }
        m_blocks.emplace_back(std::move(block));
    }

    Chart readChart() {
        Chart chart;
        chart.across = has(u"third"_s) ? 3 : 2;
        while (m_xml.readNextStartElement()) {
            if (is(u"figcaption")) {
                chart.caption = readCaption();
            } else if (is(u"ul")) {
                chart.legend.items = readTexts(Tone::Muted);
            } else if (is(u"svg")) {
                chart.picture = readPicture(m_xml);
            } else {
                chart.instead = readText(Tone::Muted);
            }
        }
        return chart;
    }

    // The title is strong, and the hint beside it muted.
    Text readCaption() {
        Text caption = readText();
        for (Phrase& phrase : caption.phrases) {
            phrase.tone = phrase.isStrong ? Tone::Plain : Tone::Muted;
        }
        return caption;
    }

    QXmlStreamReader m_xml;
    std::vector<Block> m_blocks;
    bool m_isBelowHeading = false; // in the examples, whose headings stand below the summary's
};

} // namespace

std::vector<Block> readPage(const QString& page) {
    return Reader(page).read();
}

} // namespace bw::ui_report::paper
