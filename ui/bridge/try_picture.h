#pragma once

#include "core/base/clock.h"
#include "core/metrics/sample.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bw::bridge {

struct TryCheck {
    QString name;
    bool passed = false;
    QString actual; // as JSON; empty when the check is more than one test
};
struct TryValue {
    QString name;
    QString value; // as JSON
};

// A request and its answer.
struct TryExchange {
    QString method;
    QString url;
    QString requestHead;
    QString requestBody;
    std::uint64_t requestBytes = 0;
    QString responseHead;
    QString responseBody;
    std::uint64_t responseBytes = 0; // of the whole body
    bool isCut = false;              // responseBody is not all of it
    QString proto;
    int status = 0;
    metrics::Phases phases;
    bool isExpected = false;
    bool isReused = false;
    QString tls;   // "TLS 1.3, TLS_AES_256_GCM_SHA384"; empty without
    QString error; // why there is no answer, in words
    std::vector<TryCheck> checks;
    std::vector<TryValue> values;
};

enum class TryKind : std::uint8_t { Request, Sent, Received, Closed, Expected, Metric };

// One thing that happened.
struct TryEntry {
    TryKind kind = TryKind::Request;
    QString place; // of the step in the plan
    QString name;
    Duration at{};
    Duration took{};
    bool isGood = true;
    QString text; // a message, or what there is to say
    std::uint64_t bytes = 0;
    std::shared_ptr<const TryExchange> exchange; // of a request
};

// What a try has shown so far. Immutable, taken whole.
struct TryPicture {
    std::vector<TryEntry> entries;
    QStringList log;
    std::vector<std::pair<std::string, std::string>> known; // what was extracted, as JSON
    bool isOver = false;
};
using TryPicturePtr = std::shared_ptr<const TryPicture>;

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::TryPicturePtr)
