#include "ui/bridge/plan_gallery.h"

#include "core/base/file.h"
#include "core/testplan/parse.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace bw::bridge {
namespace {

constexpr int kMostPlans = 200;
const QString kSample = QStringLiteral("sample.plan.json");

std::vector<PlanStatePtr> readAll(const std::string& folder) {
    const QDir plans(QString::fromStdString(folder));
    std::vector<std::pair<bool, PlanStatePtr>> read;
    for (const QString& file :
         plans.entryList({QStringLiteral("*.plan.json")}, QDir::Files).mid(0, kMostPlans)) {
        auto text = readFile(plans.filePath(file).toStdString(), testplan::kMaxPlanBytes);
        PlanStatePtr state = text ? readPlanState(std::move(*text)) : nullptr;
        if (state && state->plan) {
            read.emplace_back(file != kSample, std::move(state));
        }
    }
    std::ranges::sort(read, [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second->plan->name) < std::pair(b.first, b.second->plan->name);
    });
    std::vector<PlanStatePtr> states;
    for (auto& [isOther, state] : read) {
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace

PlanGallery::PlanGallery(std::string folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder)) {}

void PlanGallery::load() {
    m_worker.run([folder = m_folder] { return readAll(folder); },
                 [this](std::vector<PlanStatePtr> plans) {
                     m_plans = std::move(plans);
                     Q_EMIT loaded();
                 });
}

} // namespace bw::bridge
