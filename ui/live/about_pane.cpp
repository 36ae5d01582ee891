#include "ui/live/about_pane.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_list.h"

#include <QHBoxLayout>

namespace bw::live {
namespace {

QString numberOrNothing(std::uint64_t number) {
    return number == 0 ? QString() : QString::number(number);
}

QString tagsOf(const report::RunInfo& run) {
    QStringList tags;
    for (const auto& [name, value] : run.tags) {
        tags.append(format::plain(name) + u'=' + format::plain(value));
    }
    return tags.join(u'\n');
}

} // namespace

AboutPane::AboutPane(QWidget* parent)
    : QScrollArea(parent)
    , m_run(new widgets::FactList(widgets::FactList::Align::Texts))
    , m_machine(new widgets::FactList(widgets::FactList::Align::Texts)) {
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    row->setSpacing(6 * theme::kGrid);
    row->addWidget(m_run, 1, Qt::AlignTop);
    row->addWidget(m_machine, 1, Qt::AlignTop);
    setWidget(content);
}

void AboutPane::setRun(const report::RunInfo& run) {
    m_run->setFacts(
        {{tr("Run"), format::plain(run.id), {}},
         {tr("Plan"), format::plain(run.planName), {}},
         {tr("About it"), format::plain(run.description), {}},
         {tr("Started"), run.started.nanoseconds == 0 ? QString() : format::wallTime(run.started), {}},
         {tr("Paused"),
          run.paused == Duration::zero()
              ? QString()
              : tr("%1, left out of the verdict").arg(format::duration(run.paused)),
          {}},
         {tr("Environment"), format::plain(run.environment), {}},
         {tr("Build"), format::plain(run.build), {}},
         {tr("Tags"), tagsOf(run), {}},
         {tr("Note"), format::plain(run.note), {}},
         {tr("Seed"), numberOrNothing(run.seed), {}}});
    const report::Surroundings& machine = run.surroundings;
    m_machine->setFacts(
        {{tr("Load made by"), format::plain(machine.program), {}},
         {tr("Workers"), numberOrNothing(machine.workers), {}},
         {tr("Event loop"), format::plain(machine.reactor), {}},
         {tr("Computer"), format::plain(machine.host), {}},
         {tr("Processor"), format::plain(machine.cpu), {}},
         {tr("Processors"), numberOrNothing(machine.processors), {}},
         {tr("Memory"),
          machine.memory == 0 ? QString() : format::bytes(static_cast<double>(machine.memory)),
          {}},
         {tr("System"), format::plain(machine.kernel), {}}});
}

} // namespace bw::live
