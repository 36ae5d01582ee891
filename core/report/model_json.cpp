#include "core/report/model_json.h"

#include "core/verdict/verdict_json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cmath>
#include <optional>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;

QString text(const std::string& bytes) {
    return QString::fromStdString(bytes);
}

// JSON's numbers end at 2^53 for most readers, and so do ours.
double number(std::uint64_t value) {
    return static_cast<double>(value);
}

void put(QJsonObject& object, const QString& key, const std::optional<double>& value) {
    if (value && std::isfinite(*value)) {
        object[key] = *value;
    }
}

void put(QJsonObject& object, const QString& key, const std::string& value) {
    if (!value.empty()) {
        object[key] = text(value);
    }
}

QString stateName(RunState state) {
    switch (state) {
    case RunState::Running:
        return u"running"_s;
    case RunState::Finished:
        return u"finished"_s;
    case RunState::Interrupted:
        return u"interrupted"_s;
    case RunState::Aborted:
        return u"aborted"_s;
    }
    return {};
}

QJsonObject machineJson(const Surroundings& machine) {
    QJsonObject json;
    put(json, u"program"_s, machine.program);
    put(json, u"host"_s, machine.host);
    put(json, u"kernel"_s, machine.kernel);
    put(json, u"cpu"_s, machine.cpu);
    put(json, u"reactor"_s, machine.reactor);
    json[u"processors"_s] = static_cast<int>(machine.processors);
    json[u"workers"_s] = static_cast<int>(machine.workers);
    json[u"memory"_s] = number(machine.memory);
    return json;
}

QJsonObject runJson(const RunInfo& run) {
    QJsonObject json{{u"state"_s, stateName(run.state)},
                     {u"duration"_s, std::chrono::duration<double>(run.duration).count()},
                     // Beyond 2^53 a number would lose digits, and the run could not be made again.
                     {u"seed"_s, QString::number(run.seed)},
                     {u"machine"_s, machineJson(run.surroundings)}};
    if (run.paused > Duration::zero()) {
        json[u"paused"_s] = std::chrono::duration<double>(run.paused).count();
    }
    put(json, u"id"_s, run.id);
    put(json, u"plan"_s, run.planName);
    put(json, u"description"_s, run.description);
    put(json, u"environment"_s, run.environment);
    put(json, u"build"_s, run.build);
    put(json, u"note"_s, run.note);
    if (run.started != WallTime{}) {
        const auto started = QDateTime::fromMSecsSinceEpoch(run.started.nanoseconds / 1'000'000, Qt::UTC);
        json[u"started"_s] = started.toString(Qt::ISODateWithMs);
    }
    QJsonObject tags;
    for (const auto& [key, value] : run.tags) {
        tags[text(key)] = text(value);
    }
    json[u"tags"_s] = tags;
    return json;
}

QJsonObject percentilesJson(const Percentiles& times) {
    return {{u"p50"_s, times.p50}, {u"p95"_s, times.p95}, {u"p99"_s, times.p99}};
}

void addLatency(QJsonObject& json, const Latency& latency) {
    if (latency.answered == 0) {
        return;
    }
    QJsonObject service = percentilesJson(latency.service);
    service[u"max"_s] = latency.serviceMax;
    service[u"mean"_s] = latency.serviceMean;
    QJsonObject response = percentilesJson(latency.response);
    response[u"max"_s] = latency.responseMax;
    json[u"service"_s] = service;
    json[u"response"_s] = response;
}

void putTimes(QJsonObject& json, const QString& key, const Times& times) {
    if (times.count > 0) {
        QJsonObject inside = percentilesJson(times.percentiles);
        inside[u"max"_s] = times.max;
        inside[u"count"_s] = number(times.count);
        json[key] = inside;
    }
}

QJsonObject figuresJson(const KeyFigures& figures) {
    QJsonObject json{
        {u"requests"_s, number(figures.requests)},       {u"failed"_s, number(figures.failed)},
        {u"requestRate"_s, figures.requestRate},         {u"iterations"_s, number(figures.iterations)},
        {u"iterationRate"_s, figures.iterationRate},     {u"dropped"_s, number(figures.dropped)},
        {u"interrupted"_s, number(figures.interrupted)}, {u"bytesSent"_s, figures.bytesSent},
        {u"bytesReceived"_s, figures.bytesReceived},     {u"vusHighest"_s, figures.vusHighest}};
    addLatency(json, figures.latency);
    if (figures.sessions > 0) {
        json[u"sessions"_s] = number(figures.sessions);
        json[u"sessionsHighest"_s] = figures.sessionsHighest;
        json[u"sessionsOpenedHighest"_s] = figures.openedHighest;
        json[u"messages"_s] = number(figures.messages);
        json[u"messageRate"_s] = figures.messageRate;
        json[u"messagesLost"_s] = number(figures.messagesLost);
        putTimes(json, u"messageLatency"_s, figures.messageLatency);
    }
    put(json, u"generatorCpuHighest"_s, figures.cpuHighest);
    put(json, u"generatorMemoryHighest"_s, figures.memoryHighest);
    return json;
}

QJsonObject generatorJson(const GeneratorFigures& figures) {
    QJsonArray workers;
    for (const WorkerFigures& each : figures.workers) {
        workers.append(QJsonObject{
            {u"worker"_s, text(each.worker)}, {u"busyMean"_s, each.mean}, {u"busyHighest"_s, each.highest}});
    }
    QJsonObject json{{u"workers"_s, workers}};
    putTimes(json, u"startDelay"_s, figures.startDelay);
    putTimes(json, u"lateness"_s, figures.lateness);
    return json;
}

QJsonArray requestsJson(const std::vector<RequestRow>& rows) {
    QJsonArray all;
    for (const RequestRow& row : rows) {
        QJsonObject json{{u"name"_s, text(row.name)},
                         {u"requests"_s, number(row.requests)},
                         {u"failed"_s, number(row.failed)},
                         {u"rate"_s, row.rate}};
        addLatency(json, row.latency);
        all.append(json);
    }
    return all;
}

QJsonArray sessionsJson(const std::vector<SessionRow>& rows) {
    QJsonArray all;
    for (const SessionRow& row : rows) {
        QJsonObject json{{u"name"_s, text(row.name)},           {u"asked"_s, number(row.asked)},
                         {u"refused"_s, number(row.refused)},   {u"sent"_s, number(row.sent)},
                         {u"received"_s, number(row.received)}, {u"receivedRate"_s, row.receivedRate},
                         {u"lost"_s, number(row.lost)}};
        putTimes(json, u"connecting"_s, row.connecting);
        putTimes(json, u"latency"_s, row.latency);
        putTimes(json, u"ping"_s, row.ping);
        QJsonArray endings;
        for (const SessionEnding& ending : row.endings) {
            QJsonObject one{{u"count"_s, number(ending.count)}};
            put(one, u"closeCode"_s, ending.closeCode);
            put(one, u"error"_s, ending.error);
            endings.append(one);
        }
        json[u"endings"_s] = endings;
        all.append(json);
    }
    return all;
}

QJsonArray errorsJson(const std::vector<ErrorRow>& rows) {
    QJsonArray all;
    for (const ErrorRow& row : rows) {
        QJsonObject json{{u"name"_s, text(row.name)},
                         {u"status"_s, text(row.status)},
                         {u"count"_s, number(row.count)},
                         {u"firstSecond"_s, static_cast<double>(row.first)},
                         {u"lastSecond"_s, static_cast<double>(row.last)}};
        put(json, u"code"_s, row.code);
        all.append(json);
    }
    return all;
}

QJsonArray secondsJson(const Column<SecondRow>& rows) {
    QJsonArray all;
    for (const SecondRow& row : rows) {
        QJsonObject json = row.latency ? percentilesJson(*row.latency) : QJsonObject();
        json[u"second"_s] = static_cast<double>(row.second);
        json[u"width"_s] = static_cast<double>(row.width);
        json[u"requests"_s] = row.requests;
        json[u"failed"_s] = row.failed;
        json[u"iterations"_s] = row.iterations;
        json[u"dropped"_s] = row.dropped;
        if (row.startDelay) {
            json[u"arrivals"_s] = row.arrivals;
            json[u"startDelay"_s] = percentilesJson(*row.startDelay);
        }
        put(json, u"vus"_s, row.vus);
        put(json, u"vusMax"_s, row.vusMax);
        put(json, u"generatorCpu"_s, row.cpu);
        put(json, u"generatorMemory"_s, row.memory);
        if (row.sessions) {
            json[u"sessions"_s] = *row.sessions;
            json[u"sessionsOpened"_s] = row.sessionsOpened;
            json[u"messages"_s] = row.messages;
        }
        if (row.messageLatency) {
            json[u"messageLatency"_s] = percentilesJson(*row.messageLatency);
        }
        all.append(json);
    }
    return all;
}

QJsonArray marksJson(const std::vector<MarkRow>& marks) {
    QJsonArray all;
    for (const MarkRow& mark : marks) {
        QJsonObject json{{u"at"_s, std::chrono::duration<double>(mark.record.at).count()},
                         {u"kind"_s, text(mark.record.kind)}};
        if (mark.length > Duration::zero()) {
            json[u"length"_s] = std::chrono::duration<double>(mark.length).count();
        }
        put(json, u"text"_s, mark.record.text);
        all.append(json);
    }
    return all;
}

// A value for each of the seconds; null where there was none.
template <class Moment>
QJsonArray curveJson(const Column<Moment>& moments, float Moment::* figure) {
    QJsonArray values;
    for (const Moment& moment : moments) {
        const float value = moment.*figure;
        values.append(std::isfinite(value) ? QJsonValue(value) : QJsonValue());
    }
    return values;
}

// A figure that was never measured is absent.
void putCurve(QJsonObject& json, const QString& key, const Column<ProcessMoment>& moments,
              float ProcessMoment::* figure) {
    const bool isMeasured = std::ranges::any_of(
        moments, [figure](const ProcessMoment& moment) { return std::isfinite(moment.*figure); });
    if (isMeasured) {
        json[key] = curveJson(moments, figure);
    }
}

QJsonArray processesJson(const std::vector<ProcessCurve>& processes) {
    QJsonArray all;
    for (const ProcessCurve& process : processes) {
        QJsonObject json{{u"name"_s, text(process.name)}};
        putCurve(json, u"cpu"_s, process.moments, &ProcessMoment::cpu);
        putCurve(json, u"memory"_s, process.moments, &ProcessMoment::memory);
        putCurve(json, u"threads"_s, process.moments, &ProcessMoment::threads);
        putCurve(json, u"descriptors"_s, process.moments, &ProcessMoment::descriptors);
        putCurve(json, u"bytesReceived"_s, process.moments, &ProcessMoment::received);
        putCurve(json, u"bytesSent"_s, process.moments, &ProcessMoment::sent);
        all.append(json);
    }
    return all;
}

QJsonArray failuresJson(const std::vector<FailureCurve>& failures) {
    QJsonArray all;
    for (const FailureCurve& failure : failures) {
        QJsonObject json{{u"failed"_s, curveJson(failure.moments, &FailureMoment::failed)}};
        put(json, u"code"_s, failure.kind.code);
        put(json, u"status"_s, failure.kind.status);
        all.append(json);
    }
    return all;
}

} // namespace

std::string modelJson(const ReportModel& model) {
    QJsonArray warnings;
    for (const std::string& warning : model.warnings) {
        warnings.append(text(warning));
    }
    const QByteArray verdict = QByteArray::fromStdString(verdict::verdictJson(model.verdict));
    QJsonObject json{{u"run"_s, runJson(model.run)},
                     {u"figures"_s, figuresJson(model.figures)},
                     {u"generator"_s, generatorJson(model.generator)},
                     {u"verdict"_s, QJsonDocument::fromJson(verdict).object()},
                     {u"requests"_s, requestsJson(model.requests)},
                     {u"sessions"_s, sessionsJson(model.sessions)},
                     {u"errors"_s, errorsJson(model.errors)},
                     {u"seconds"_s, secondsJson(model.seconds)},
                     {u"processes"_s, processesJson(model.processes)},
                     {u"failures"_s, failuresJson(model.failures)},
                     {u"marks"_s, marksJson(model.marks)},
                     {u"warnings"_s, warnings}};
    put(json, u"plan"_s, model.planText);
    return QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString();
}

} // namespace bw::report
