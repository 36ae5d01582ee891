#include "ui/report/process_section.h"

#include "ui/format/units.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using report::ProcessMoment;

// One figure over the run.
struct Course {
    double first = 0;
    double last = 0;
    double highest = 0;
    double mean = 0;
};

// Nothing when it was never measured.
std::optional<Course> courseOf(const report::ProcessCurve& process, float ProcessMoment::* figure) {
    std::optional<Course> course;
    double sum = 0;
    std::size_t count = 0;
    for (const ProcessMoment& moment : process.moments) {
        const double value = moment.*figure;
        if (std::isnan(value)) {
            continue;
        }
        if (!course) {
            course = {.first = value, .last = value, .highest = value};
        }
        course->last = value;
        course->highest = std::max(course->highest, value);
        sum += value;
        ++count;
    }
    if (course) {
        course->mean = sum / static_cast<double>(count);
    }
    return course;
}

QString figureCell(const std::optional<Course>& course, double Course::* figure, QString (*text)(double)) {
    return course ? numberCell(escaped(text((*course).*figure))) : numberCell(u"–"_s, Tone::Muted);
}

QString percentText(double value) {
    return format::percent(value);
}

QString bytesText(double value) {
    return format::bytes(value);
}

QString countText(double value) {
    return format::count(value);
}

QString processRow(const report::ProcessCurve& process) {
    const auto processor = courseOf(process, &ProcessMoment::cpu);
    const auto memory = courseOf(process, &ProcessMoment::memory);
    return u"<tr>"_s + nameCell(escaped(process.name)) + figureCell(processor, &Course::mean, percentText) +
           figureCell(processor, &Course::highest, percentText) +
           figureCell(memory, &Course::first, bytesText) + figureCell(memory, &Course::last, bytesText) +
           figureCell(memory, &Course::highest, bytesText) +
           figureCell(courseOf(process, &ProcessMoment::threads), &Course::highest, countText) +
           figureCell(courseOf(process, &ProcessMoment::descriptors), &Course::highest, countText) +
           u"</tr>\n"_s;
}

} // namespace

QString processesSection(const report::ReportModel& model) {
    if (model.processes.empty()) {
        return {};
    }
    const QString above =
        u"<tr><td></td><th colspan=\"2\" scope=\"colgroup\">%1</th>"
        "<th colspan=\"3\" scope=\"colgroup\">%2</th><td colspan=\"2\"></td></tr>"_s.arg(
            escaped(Words::tr("Processor, 100 % is one core")), escaped(Words::tr("Resident memory")));
    QString text = u"<section><h2>"_s + escaped(Words::tr("Watched processes")) + u"</h2>\n"_s;
    text += tableHead({{Words::tr("Process"), Align::Left},
                       {Words::tr("Mean"), Align::Right},
                       {Words::tr("Max"), Align::Right},
                       {Words::tr("First"), Align::Right},
                       {Words::tr("Last"), Align::Right},
                       {Words::tr("Max"), Align::Right},
                       {Words::tr("Threads"), Align::Right},
                       {Words::tr("Descriptors"), Align::Right}},
                      above);
    for (const report::ProcessCurve& process : model.processes) {
        text += processRow(process);
    }
    return text + tableEnd() + u"</section>\n"_s;
}

} // namespace bw::ui_report
