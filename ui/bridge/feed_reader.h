#pragma once

#include "ui/bridge/plan_worker.h"

#include <QMetaType>
#include <QObject>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bw::bridge {

// The beginning of a data file, to be looked at.
struct FeedPreview {
    QStringList columns;
    std::vector<QStringList> rows; // the first ones
    std::uint64_t rowCount = 0;    // of all
    QString error;                 // why it cannot be read, in words
};
using FeedPreviewPtr = std::shared_ptr<const FeedPreview>;

// Reads data files off the user's thread, on which it lives; what was asked before the last is not told.
class FeedReader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // `folder`: of the plan's file; the data file lies under it.
    void read(const std::string& folder, const std::string& file);

Q_SIGNALS:
    void done(const bw::bridge::FeedPreviewPtr& preview);

private:
    std::uint64_t m_generation = 0;
    PlanWorker m_worker;
};

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::FeedPreviewPtr)
