#include "ui/live/request_model.h"

#include "ui/charts/gauge_text.h"
#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/live/gauge_card.h"
#include "ui/widgets/data_table.h"

#include <optional>

namespace bw::live {
namespace {

std::optional<double> figureOf(const report::RequestRow& row, int column) {
    const report::Latency& latency = row.latency;
    switch (column) {
    case RequestModel::Requests:
        return static_cast<double>(row.requests);
    case RequestModel::Rate:
        return row.rate;
    case RequestModel::Failed:
        return row.failedShare();
    default:
        break;
    }
    if (latency.answered == 0) {
        return std::nullopt;
    }
    switch (column) {
    case RequestModel::P50:
        return latency.service.p50;
    case RequestModel::P95:
        return latency.service.p95;
    case RequestModel::P99:
        return latency.service.p99;
    case RequestModel::Max:
        return latency.serviceMax;
    case RequestModel::ResponseP95:
        return latency.response.p95;
    default:
        return std::nullopt;
    }
}

QString textOf(const report::RequestRow& row, int column) {
    if (column == RequestModel::Name) {
        return row.name.empty() ? RequestModel::tr("without a name") : format::plain(row.name);
    }
    const std::optional<double> figure = figureOf(row, column);
    if (!figure) {
        return QStringLiteral("–");
    }
    switch (column) {
    case RequestModel::Requests:
        return format::exactCount(row.requests);
    case RequestModel::Rate:
        return format::number(*figure);
    case RequestModel::Failed:
        return format::percent(*figure);
    default:
        return format::number(*figure);
    }
}

std::optional<bridge::GaugeReading> worstOf(const std::string& name,
                                            const std::vector<bridge::GaugeReading>& gauges) {
    const bridge::GaugeReading* worst = nullptr;
    for (const bridge::GaugeReading& gauge : gauges) {
        const bool isOfIt = gauge.subject == "name:" + name && gauge.sinceStart.value;
        if (isOfIt && (worst == nullptr || urgency(gauge) > urgency(*worst))) {
            worst = &gauge;
        }
    }
    return worst == nullptr ? std::nullopt : std::optional(*worst);
}

QVariant budgetData(const std::optional<bridge::GaugeReading>& reading, int role) {
    if (!reading) {
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
    }
    const verdict::LimitResult& limit = reading->sinceStart;
    switch (role) {
    case Qt::DisplayRole:
        return QString(format::limitName(limit) + QStringLiteral(": ") + format::spareRoom(limit));
    case Qt::ToolTipRole:
        return QString(RequestModel::tr("Budget %1").arg(reading->budget) + QStringLiteral(", ") +
                       format::limitName(limit) + QStringLiteral(": ") + charts::standingSentence(limit));
    case widgets::kToneRole:
        return QVariant::fromValue(charts::inkOf(limit));
    case widgets::kIconRole:
        return charts::iconOf(limit);
    default:
        return {};
    }
}

} // namespace

void RequestModel::setRows(const std::vector<report::RequestRow>& requests,
                           const std::vector<bridge::GaugeReading>& gauges) {
    std::vector<JudgedRequest> rows;
    for (const report::RequestRow& request : requests) {
        rows.push_back({request, worstOf(request.name, gauges)});
    }
    take(std::move(rows), [](const auto& a, const auto& b) { return a.request.name == b.request.name; });
}

int RequestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant RequestModel::data(const QModelIndex& index, int role) const {
    const JudgedRequest* judged = rowAt(index);
    if (judged == nullptr) {
        return {};
    }
    if (index.column() == Budget && role != Qt::TextAlignmentRole && role != widgets::kSortRole) {
        return budgetData(judged->limit, role);
    }
    const report::RequestRow* row = &judged->request;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() == Name || index.column() == Budget);
    case widgets::kSortRole:
        if (index.column() == Budget) {
            return judged->limit ? urgency(*judged->limit) : -1;
        }
        return index.column() == Name ? QVariant(textOf(*row, Name))
                                      : QVariant(figureOf(*row, index.column()).value_or(-1));
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == Failed && row->failed > 0 ? theme::Ink::Bad
                                                                               : theme::Ink::Text);
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section == Name || section == Budget);
    }
    if (role == Qt::ToolTipRole && section == ResponseP95) {
        return tr("From the moment the request was due, whether or not a virtual user was free");
    }
    if (role == Qt::ToolTipRole && section == Budget) {
        return tr("Of the limits that budgets set for the request, the one that stands worst");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Request");
    case Requests:
        return tr("Count");
    case Rate:
        return tr("Rate, /s");
    case Failed:
        return tr("Failed");
    case P50:
        return tr("P50, ms");
    case P95:
        return tr("P95, ms");
    case P99:
        return tr("P99, ms");
    case Max:
        return tr("Max, ms");
    case ResponseP95:
        return tr("Response P95, ms");
    case Budget:
        return tr("Against the budget");
    default:
        return {};
    }
}

} // namespace bw::live
