#pragma once

#include "tests/support/process.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <qpdf/qpdf-c.h>

#include <gtest/gtest.h>
#include <string>
#include <vector>

// A PDF as somebody else's programs read it: qpdf its structure, poppler its text and its fonts.
namespace bw::ui_report {

class ReadPdf {
public:
    explicit ReadPdf(const QByteArray& pdf)
        : m_bytes(pdf)
        , m_document(qpdf_init()) {
        qpdf_silence_errors(m_document);
        m_isWhole =
            qpdf_read_memory(m_document, "test", m_bytes.constData(),
                             static_cast<unsigned long long>(m_bytes.size()), nullptr) == QPDF_SUCCESS;
    }
    ReadPdf(const ReadPdf&) = delete;
    ReadPdf& operator=(const ReadPdf&) = delete;
    ~ReadPdf() { qpdf_cleanup(&m_document); }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] int pages() const { return qpdf_get_num_pages(m_document); }

    // "Title", a title below it as "  Title"; the page follows as " @1".
    [[nodiscard]] std::vector<std::string> bookmarks() const {
        std::vector<std::string> titles;
        collect(key(qpdf_get_root(m_document), "/Outlines"), {}, titles);
        return titles;
    }
    [[nodiscard]] std::string about(const char* name) const {
        return text(key(key(qpdf_get_trailer(m_document), "/Info"), name));
    }
    [[nodiscard]] std::string language() const { return text(key(qpdf_get_root(m_document), "/Lang")); }

private:
    [[nodiscard]] qpdf_oh key(qpdf_oh dictionary, const char* name) const {
        return qpdf_oh_get_key_if_dict(m_document, dictionary, name);
    }
    [[nodiscard]] std::string text(qpdf_oh object) const {
        return qpdf_oh_is_string(m_document, object) ? qpdf_oh_get_utf8_value(m_document, object) : "";
    }
    [[nodiscard]] int pageOf(qpdf_oh item) const {
        const qpdf_oh page = qpdf_oh_get_array_item(m_document, key(item, "/Dest"), 0);
        for (int index = 0; index < pages(); ++index) {
            const qpdf_oh candidate = qpdf_get_page_n(m_document, static_cast<std::size_t>(index));
            if (qpdf_oh_get_object_id(m_document, candidate) == qpdf_oh_get_object_id(m_document, page)) {
                return index + 1;
            }
        }
        return 0;
    }
    void collect(qpdf_oh parent, const std::string& indent, std::vector<std::string>& titles) const {
        for (qpdf_oh item = key(parent, "/First"); qpdf_oh_is_dictionary(m_document, item);
             item = key(item, "/Next")) {
            titles.push_back(indent + text(key(item, "/Title")) + " @" + std::to_string(pageOf(item)));
            collect(item, indent + "  ", titles);
        }
    }

    QByteArray m_bytes;
    qpdf_data m_document;
    bool m_isWhole = false;
};

// Kept beside the test's program, to be looked at; returns its path.
inline std::string keepPdf(const QByteArray& pdf, const QString& name) {
    QFile file(QStringLiteral(BW_BINARY_DIR) + QStringLiteral("/tests/") + name);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    return file.fileName().toStdString();
}

// What a program of poppler-utils prints.
inline std::string printed(std::vector<std::string> command) {
    command.front() = "/usr/bin/" + command.front();
    test::Process process(command);
    EXPECT_EQ(process.wait(), 0) << process.errors;
    return process.output;
}

inline std::string textOf(const std::string& file) {
    return printed({"pdftotext", "-layout", file, "-"});
}

} // namespace bw::ui_report
