#include "ui/report/paper/pdf_outline.h"

#include <qpdf/qpdf-c.h>

#include <array>
#include <cstddef>
#include <memory>
#include <set>
#include <string>

// qpdf by its C interface: its C++ headers do not compile in C++23 with libstdc++ 12, and errors come as
// values.
namespace bw::ui_report::paper {
namespace {

struct CleanUp {
    void operator()(qpdf_data document) const {
        while (qpdf_has_error(document)) {
            qpdf_get_error(document); // else it is printed
        }
        qpdf_cleanup(&document);
    }
};
using Document = std::unique_ptr<struct _qpdf_data, CleanUp>;
using Object = qpdf_oh;

class Editor {
public:
    explicit Editor(qpdf_data document)
        : m_document(document) {}

    void describe(const Particulars& particulars) {
        const Object about = indirect(qpdf_oh_new_dictionary(m_document));
        set(about, "/Title", textOf(particulars.title));
        set(about, "/Author", textOf(particulars.program));
        set(about, "/Creator", textOf(particulars.program));
        set(qpdf_get_trailer(m_document), "/Info", about);
        const Object root = qpdf_get_root(m_document);
        qpdf_oh_remove_key(m_document, root, "/Metadata"); // the same once more, with random marks
        set(root, "/Lang", textOf(particulars.language));
        const Object view = qpdf_oh_new_dictionary(m_document);
        set(view, "/DisplayDocTitle", qpdf_oh_new_bool(m_document, QPDF_TRUE));
        set(root, "/ViewerPreferences", view);
        if (!particulars.bookmarks.empty()) {
            set(root, "/Outlines", outlineOf(particulars.bookmarks));
            set(root, "/PageMode", qpdf_oh_new_name(m_document, "/UseOutlines"));
        }
    }

    // A subset of a font is called TAG+Name (ISO 32000-1, 9.6.4). QPdfWriter takes the tag from the order of
    // a hash table, which differs from run to run, and forgets it in one of the places.
    void nameFonts() {
        std::set<int> named;
        for (int page = 0; page < qpdf_get_num_pages(m_document); ++page) {
            const Object sheet = qpdf_get_page_n(m_document, static_cast<std::size_t>(page));
            const Object fonts = key(key(sheet, "/Resources"), "/Font");
            qpdf_oh_begin_dict_key_iter(m_document, fonts);
            std::vector<std::string> names;
            while (qpdf_oh_dict_more_keys(m_document)) {
                names.emplace_back(qpdf_oh_dict_next_key(m_document));
            }
            for (const std::string& name : names) {
                const Object font = key(fonts, name.c_str());
                if (named.insert(qpdf_oh_get_object_id(m_document, font)).second) {
                    nameFont(font, named.size());
                }
            }
        }
    }

private:
    void nameFont(Object font, std::size_t number) {
        const Object inner = qpdf_oh_get_array_item(m_document, key(font, "/DescendantFonts"), 0);
        const Object descriptor = key(inner, "/FontDescriptor");
        const Object old = key(descriptor, "/FontName");
        const std::string name = qpdf_oh_is_name(m_document, old) ? qpdf_oh_get_name(m_document, old) : "";
        const std::size_t plus = name.find('+');
        if (plus == std::string::npos) {
            return;
        }
        std::string tag = "/AAAAAA";
        for (std::size_t digit = tag.size() - 1; digit > 0 && number > 0; --digit, number /= 26) {
            tag[digit] = static_cast<char>('A' + number % 26);
        }
        const Object tagged = qpdf_oh_new_name(m_document, (tag + name.substr(plus)).c_str());
        set(font, "/BaseFont", tagged);
        set(inner, "/BaseFont", tagged);
        set(descriptor, "/FontName", tagged);
    }

    [[nodiscard]] Object key(Object dictionary, const char* name) {
        return qpdf_oh_get_key_if_dict(m_document, dictionary, name);
    }
    void set(Object dictionary, const char* key, Object value) {
        qpdf_oh_replace_key(m_document, dictionary, key, value);
    }
    [[nodiscard]] Object indirect(Object object) { return qpdf_make_indirect_object(m_document, object); }
    [[nodiscard]] Object textOf(const QString& text) {
        return qpdf_oh_new_unicode_string(m_document, text.toUtf8().constData());
    }

    // A tree whose siblings are a doubly linked list (ISO 32000-1, 12.3.3).
    [[nodiscard]] Object outlineOf(const std::vector<Bookmark>& bookmarks) {
        const Object root = indirect(qpdf_oh_new_dictionary(m_document));
        set(root, "/Type", qpdf_oh_new_name(m_document, "/Outlines"));
        std::size_t next = 0;
        const int count = addChildren(root, bookmarks, next, 1);
        set(root, "/Count", qpdf_oh_new_integer(m_document, count));
        return root;
    }

    // The bookmarks from `next` on that are at least on this level; returns how many became children.
    int addChildren(Object parent, const std::vector<Bookmark>& bookmarks, std::size_t& next, int level) {
        int count = 0;
        Object before = 0;
        while (next < bookmarks.size() && bookmarks[next].level >= level) {
            const Object item = indirect(itemOf(bookmarks[next++]));
            set(item, "/Parent", parent);
            if (count == 0) {
                set(parent, "/First", item);
            } else {
                set(before, "/Next", item);
                set(item, "/Prev", before);
            }
            set(parent, "/Last", item);
            before = item;
            ++count;
            if (const int below = addChildren(item, bookmarks, next, level + 1); below > 0) {
                set(item, "/Count", qpdf_oh_new_integer(m_document, -below)); // folded
            }
        }
        return count;
    }

    [[nodiscard]] Object itemOf(const Bookmark& bookmark) {
        const Object item = qpdf_oh_new_dictionary(m_document);
        set(item, "/Title", textOf(bookmark.title));
        const Object place = qpdf_oh_new_array(m_document);
        const std::array parts{qpdf_get_page_n(m_document, static_cast<std::size_t>(bookmark.page)),
                               qpdf_oh_new_name(m_document, "/XYZ"), qpdf_oh_new_null(m_document),
                               qpdf_oh_new_real_from_double(m_document, bookmark.y, 1),
                               qpdf_oh_new_null(m_document)};
        for (const Object part : parts) {
            qpdf_oh_append_item(m_document, place, part);
        }
        set(item, "/Dest", place);
        return item;
    }

    qpdf_data m_document;
};

} // namespace

QByteArray withParticulars(const QByteArray& pdf, const Particulars& particulars) {
    const Document owner(qpdf_init());
    const qpdf_data document = owner.get();
    qpdf_silence_errors(document);
    qpdf_set_suppress_warnings(document, QPDF_TRUE);
    const auto size = static_cast<unsigned long long>(pdf.size());
    // A file with warnings is one that qpdf had to mend: better left as it is.
    if (qpdf_read_memory(document, "report", pdf.constData(), size, nullptr) != QPDF_SUCCESS) {
        return pdf;
    }
    Editor editor(document);
    editor.describe(particulars);
    editor.nameFonts();
    if (qpdf_has_error(document) || qpdf_init_write_memory(document) != QPDF_SUCCESS) {
        return pdf;
    }
    qpdf_set_deterministic_ID(document, QPDF_TRUE);
    if (qpdf_write(document) != QPDF_SUCCESS) {
        return pdf;
    }
    const auto* written = reinterpret_cast<const char*>(qpdf_get_buffer(document));
    return {written, static_cast<qsizetype>(qpdf_get_buffer_length(document))};
}

} // namespace bw::ui_report::paper
