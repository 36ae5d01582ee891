#include "ui/designer/step/scalar_rows.h"

#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using namespace testplan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

ScalarText typedScalar(const QString& text, const ScalarText& before) {
    const bool isNumber = before.form == ScalarForm::Number && checkNumber(text).isEmpty();
    const bool isBoolean = before.form == ScalarForm::Boolean &&
                           (text == QLatin1String("true") || text == QLatin1String("false"));
    return {text.toStdString(), isNumber    ? ScalarForm::Number
                                : isBoolean ? ScalarForm::Boolean
                                            : ScalarForm::String};
}

bool hasName(const NamedScalars& pairs, const std::string& name) {
    return std::ranges::find(pairs, name, &NamedScalars::value_type::first) != pairs.end();
}

using PartList = std::function<std::vector<MultipartPart>*(TestPlan&)>;

PlanColumn partColumn(const PartList& list, const QString& title, const char* key,
                      std::string MultipartPart::* member) {
    PlanColumn column;
    column.title = title;
    column.language = Language::Template;
    column.read = [list, member](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(*list(const_cast<TestPlan&>(plan)), row).*
                                      member); // only looked at
    };
    column.write = [list, key, member](TestPlan& plan, int row, const QString& text) {
        MultipartPart& part = itemAt(*list(plan), row);
        part.*member = text.toStdString();
        if (text.isEmpty()) {
            part.written.remove(key);
        }
    };
    return column;
}

} // namespace

PlanRows scalarRows(std::function<NamedScalars*(TestPlan&)> list, std::function<std::string()> place) {
    const auto look = [list](const TestPlan& plan) -> const NamedScalars& {
        static const NamedScalars kNone;
        const NamedScalars* found = list(const_cast<TestPlan&>(plan)); // only looked at
        return found == nullptr ? kNone : *found;
    };
    PlanRows rows;
    rows.count = [look](const TestPlan& plan) { return static_cast<int>(look(plan).size()); };
    rows.place = [look, place](const TestPlan& plan, int row, int) {
        return memberPlace(place(), itemAt(look(plan), row).first);
    };
    PlanColumn name;
    name.title = Words::tr("Name");
    name.read = [look](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(look(plan), row).first);
    };
    name.write = [list](TestPlan& plan, int row, const QString& text) {
        itemAt(*list(plan), row).first = text.toStdString();
    };
    name.check = [look](const TestPlan& plan, int row, const QString& text) {
        const std::string wanted = text.toStdString();
        return itemAt(look(plan), row).first != wanted && hasName(look(plan), wanted) ? nameIsTaken(text)
                                                                                      : checkNotEmpty(text);
    };
    PlanColumn value;
    value.title = Words::tr("Value");
    value.language = Language::Template;
    value.read = [look](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(look(plan), row).second.text);
    };
    value.write = [list](TestPlan& plan, int row, const QString& text) {
        ScalarText& scalar = itemAt(*list(plan), row).second;
        scalar = typedScalar(text, scalar);
    };
    rows.columns = {name, value};
    setRowEdits<NamedScalars::value_type>(rows, std::move(list), [](const NamedScalars& pairs, int) {
        return std::pair(freeName("name", [&](const std::string& one) { return hasName(pairs, one); }),
                         ScalarText{});
    });
    return rows;
}

PlanRows partRows(PartList list, std::function<std::string()> place) {
    PlanRows rows;
    rows.name = Words::tr("part");
    rows.count = [list](const TestPlan& plan) {
        const auto* parts = list(const_cast<TestPlan&>(plan)); // only looked at
        return parts == nullptr ? 0 : static_cast<int>(parts->size());
    };
    rows.place = [place](const TestPlan&, int row, int column) {
        static constexpr std::array kKeys{"name", "value", "file", "fileName", "contentType"};
        const std::string part = itemPlace(place(), row);
        return column < 0 ? part : part + '.' + kKeys[static_cast<std::size_t>(column)];
    };
    PlanColumn value = partColumn(list, Words::tr("Value"), "value", &MultipartPart::value);
    PlanColumn file = partColumn(list, Words::tr("File"), "file", &MultipartPart::file);
    // A part is one or the other.
    value.write = [list](TestPlan& plan, int row, const QString& text) {
        MultipartPart& part = itemAt(*list(plan), row);
        part.value = text.toStdString();
        part.file.clear();
        part.written.remove("file");
    };
    file.write = [list](TestPlan& plan, int row, const QString& text) {
        MultipartPart& part = itemAt(*list(plan), row);
        part.file = text.toStdString();
        part.value.clear();
        part.written.remove("value");
    };
    rows.columns = {partColumn(list, Words::tr("Name"), "name", &MultipartPart::name), value, file,
                    partColumn(list, Words::tr("File name"), "fileName", &MultipartPart::fileName),
                    partColumn(list, Words::tr("Content type"), "contentType", &MultipartPart::contentType)};
    setRowEdits<MultipartPart>(rows, list, [](const auto&, int) {
        MultipartPart part;
        part.name = "field";
        return part;
    });
    return rows;
}

} // namespace bw::designer
