#include "ui/live/generator_text.h"

#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace bw::live {
namespace {

constexpr double kFull = 0.95;        // of a second; more is a doubt
constexpr std::uint64_t kLasting = 3; // seconds; fewer are a beginning's

class GeneratorWords {
    Q_DECLARE_TR_FUNCTIONS(generator)
};

const QString kBetween = QStringLiteral(" · ");

const report::SecondRow* lastSecond(const bridge::RunPicture& picture) {
    return picture.model.seconds.empty() ? nullptr : &picture.model.seconds.back();
}

std::optional<double> cpuOf(const bridge::RunPicture& picture) {
    const report::SecondRow* last = lastSecond(picture);
    return !picture.isLive ? picture.model.figures.cpuHighest : last != nullptr ? last->cpu : std::nullopt;
}

std::optional<double> memoryOf(const bridge::RunPicture& picture) {
    const report::SecondRow* last = lastSecond(picture);
    return !picture.isLive   ? picture.model.figures.memoryHighest
           : last != nullptr ? last->memory
                             : std::nullopt;
}

// Now, or of a run that is over at the most.
double busyOf(const bridge::RunPicture& picture, const report::WorkerFigures& worker) {
    return picture.isLive ? worker.last : worker.highest;
}

std::optional<double> busiest(const bridge::RunPicture& picture) {
    std::optional<double> most;
    for (const report::WorkerFigures& worker : picture.model.generator.workers) {
        most = std::max(most.value_or(0), busyOf(picture, worker));
    }
    return most;
}

// What open models wait for counts most; where there are none, how late timers are.
const report::Times* latenessOf(const report::GeneratorFigures& figures) {
    if (figures.startDelay.count > 0) {
        return &figures.startDelay;
    }
    return figures.lateness.count > 0 ? &figures.lateness : nullptr;
}

QStringList measuresOf(const bridge::RunPicture& picture) {
    QStringList parts;
    if (const std::optional<double> busy = busiest(picture)) {
        parts.append(GeneratorWords::tr("busiest worker %1").arg(format::percent(*busy)));
    }
    if (const report::Times* late = latenessOf(picture.model.generator)) {
        parts.append(GeneratorWords::tr("%1 late").arg(format::milliseconds(late->percentiles.p99)));
    }
    if (const std::optional<double> memory = memoryOf(picture)) {
        parts.append(format::bytes(*memory));
    }
    return parts;
}

QString busySentence(const verdict::GeneratorDoubt& doubt) {
    const auto& worst = *std::ranges::max_element(doubt.busy, {}, &verdict::BusyWorker::busySeconds);
    return GeneratorWords::tr("Worker %1 of the generator was over 95 % busy in %2 of its %3 seconds, so the "
                              "figures may be the generator's own and not the target's.")
        .arg(format::plain(worst.worker), format::exactCount(worst.busySeconds),
             format::exactCount(worst.seconds));
}

QString wayOutOfBusy(const report::Surroundings& machine) {
    if (machine.workers > 0 && machine.workers < machine.processors) {
        return GeneratorWords::tr("It uses %1 of %2 processors: give it more workers, or lower the rate.")
            .arg(machine.workers)
            .arg(machine.processors);
    }
    return GeneratorWords::tr("It uses every processor that it has: lower the rate, or make the load on a "
                              "stronger computer or on one more.");
}

QString lateSentence(const verdict::LateStarts& late) {
    return GeneratorWords::tr("The generator started iterations %1 late (P99); with these limits it should "
                              "be %2 at the most, so the figures may be its own and not the target's. Lower "
                              "the rate, close other programs on this computer, or make the load on another "
                              "one.")
        .arg(format::milliseconds(late.p99), format::milliseconds(late.bound));
}

bool lasts(const verdict::GeneratorDoubt& doubt) {
    return std::ranges::any_of(doubt.busy, [](const auto& each) { return each.busySeconds >= kLasting; });
}

} // namespace

QString generatorShare(const bridge::RunPicture& picture) {
    const std::optional<double> cpu = cpuOf(picture);
    return cpu ? format::percent(*cpu) : QString();
}

QString generatorNote(const bridge::RunPicture& picture) {
    const QString state = picture.model.verdict.evaluation.doubt.exists()
                              ? GeneratorWords::tr("limits the run")
                          : isGeneratorStrained(picture) ? GeneratorWords::tr("a worker is full")
                          : picture.isLive               ? GeneratorWords::tr("healthy")
                                                         : GeneratorWords::tr("at the most");
    return (QStringList(state) + measuresOf(picture)).join(kBetween);
}

QString generatorLine(const bridge::RunPicture& picture) {
    const QString share = generatorShare(picture);
    if (share.isEmpty()) {
        return {};
    }
    return (QStringList(GeneratorWords::tr("generator %1 CPU").arg(share)) + measuresOf(picture))
        .join(kBetween);
}

QString generatorDetails(const bridge::RunPicture& picture) {
    const report::GeneratorFigures& figures = picture.model.generator;
    QStringList lines;
    if (const QString share = generatorShare(picture); !share.isEmpty()) {
        lines.append(GeneratorWords::tr("Processor: %1 of a core").arg(share));
    }
    for (const report::WorkerFigures& worker : figures.workers) {
        lines.append(GeneratorWords::tr("Worker %1: %2 busy, %3 on average, %4 at the most")
                         .arg(format::plain(worker.worker), format::percent(worker.last),
                              format::percent(worker.mean), format::percent(worker.highest)));
    }
    if (figures.startDelay.count > 0) {
        lines.append(GeneratorWords::tr("Iterations began late by %1 (P99), %2 at the most")
                         .arg(format::milliseconds(figures.startDelay.percentiles.p99),
                              format::milliseconds(figures.startDelay.max)));
    }
    if (figures.lateness.count > 0) {
        lines.append(GeneratorWords::tr("Timers fired late by %1 (P99), %2 at the most")
                         .arg(format::milliseconds(figures.lateness.percentiles.p99),
                              format::milliseconds(figures.lateness.max)));
    }
    if (const std::optional<double> memory = memoryOf(picture)) {
        lines.append(GeneratorWords::tr("Memory: %1").arg(format::bytes(*memory)));
    }
    return lines.join(u'\n');
}

QString generatorWarning(const bridge::RunPicture& picture) {
    const verdict::GeneratorDoubt& doubt = picture.model.verdict.evaluation.doubt;
    QStringList sentences;
    if (!doubt.busy.empty() && (!picture.isLive || lasts(doubt))) {
        sentences.append(busySentence(doubt));
        sentences.append(wayOutOfBusy(picture.model.run.surroundings));
    }
    if (doubt.late) {
        sentences.append(lateSentence(*doubt.late));
    }
    return sentences.join(u' ');
}

bool isGeneratorStrained(const bridge::RunPicture& picture) {
    const bool isFull = picture.isLive && busiest(picture).value_or(0) > kFull;
    return isFull || picture.model.verdict.evaluation.doubt.exists();
}

} // namespace bw::live
