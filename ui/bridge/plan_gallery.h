#pragma once

#include "ui/bridge/plan_state.h"
#include "ui/bridge/plan_worker.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace bw::bridge {

// The plans of a folder, to begin with. Reads them off the user's thread, on which it lives.
class PlanGallery : public QObject {
    Q_OBJECT

public:
    explicit PlanGallery(std::string folder, QObject* parent = nullptr);

    // loaded() follows. Files that are no plan are passed over.
    void load();
    // By their names; the sample first.
    [[nodiscard]] const std::vector<PlanStatePtr>& plans() const { return m_plans; }

Q_SIGNALS:
    void loaded();

private:
    std::string m_folder;
    std::vector<PlanStatePtr> m_plans;
    PlanWorker m_worker;
};

} // namespace bw::bridge
