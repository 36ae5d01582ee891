#pragma once

#include "ui/bridge/run_picture.h"

namespace bw::live {

// A run of ten seconds with two requests, one of which failed once, a P95 limit and a log.
inline bridge::RunPicture samplePicture() {
    bridge::RunPicture picture;
    report::ReportModel& model = picture.model;
    model.run.planName = "sample";
    model.run.duration = std::chrono::seconds(10);
    for (int second = 0; second < 10; ++second) {
        report::SecondRow row;
        row.second = second;
        row.requests = 100 + second;
        row.latency = report::Percentiles{1, 2, 3};
        row.vus = 5;
        row.vusMax = 6;
        row.cpu = 0.1;
        row.memory = 40e6;
        model.seconds.push_back(row);
    }
    for (const char* name : {"login", "order_placement"}) {
        report::RequestRow row;
        row.name = name;
        row.requests = 500;
        row.rate = 50;
        row.latency.answered = 500;
        row.latency.service = {1, 2, 3};
        row.latency.response = {1, 2.5, 3};
        model.requests.push_back(row);
    }
    model.requests[1].failed = 1;
    model.errors.push_back({"order_placement", "timeout", "0", 1, 3, 3});
    model.examples.push_back(
        {std::chrono::seconds(3), "order_placement", "timeout", "GET /orders HTTP/1.1\r\n", ""});
    model.figures.requests = 1000;
    model.figures.failed = 1;
    model.figures.requestRate = 100;
    model.figures.latency.answered = 999;
    model.figures.latency.service = {1, 2, 3};
    verdict::LimitResult limit;
    limit.kind = verdict::LimitKind::P95;
    limit.op = testplan::Comparison::Less;
    limit.limit = 10;
    limit.value = 2;
    limit.state = verdict::BudgetState::Pass;
    picture.gauges.push_back({QStringLiteral("own"), "name:order_placement", limit, 2.5});
    verdict::BudgetResult budget{"own", verdict::BudgetState::Pass, {}};
    budget.rows.push_back({"name:order_placement", verdict::BudgetState::Pass, 500, {limit}});
    model.verdict.evaluation.budgets.push_back(budget);
    model.verdict.evaluation.checks.push_back({"", "answered", 999, 1});
    picture.log.push_back({std::chrono::seconds(3), bridge::LogLevel::Warning, QStringLiteral("Run"),
                           QStringLiteral("all VUs are busy")});
    return picture;
}

// A run that only listened: three sessions of one feed, with every word that may be said of them.
inline bridge::RunPicture listeningPicture() {
    bridge::RunPicture picture;
    report::ReportModel& model = picture.model;
    model.run.planName = "feeds";
    model.run.duration = std::chrono::seconds(10);
    for (int second = 0; second < 10; ++second) {
        report::SecondRow row;
        row.second = second;
        row.sessions = 2;
        row.sessionsOpened = second == 0 ? 3 : 0;
        row.messages = 1500;
        row.messageLatency = report::Percentiles{0.2, 0.4, 0.9};
        row.vus = row.vusMax = 3;
        row.cpu = 0.1;
        row.memory = 40e6;
        model.seconds.push_back(row);
    }
    report::SessionRow row;
    row.name = "market_data";
    row.asked = 3;
    row.refused = 1;
    row.sent = 2;
    row.received = 15'000;
    row.receivedRate = 1500;
    row.lost = 7;
    row.connecting = {2, {3, 4, 5}, 5};
    row.latency = {15'000, {0.2, 0.4, 0.9}, 12};
    row.endings = {{"1000", "", 1}, {"", "reset", 1}};
    model.sessions.push_back(row);
    model.figures.sessions = 3;
    model.figures.sessionsHighest = 2;
    model.figures.messages = 15'000;
    model.figures.messageRate = 1500;
    model.figures.messagesLost = 7;
    model.figures.messageLatency = row.latency;
    return picture;
}

} // namespace bw::live
