#include "ui/format/problem_text.h"

#include "core/base/file.h"
#include "core/testplan/threshold_spec.h"
#include "ui/format/expression_text.h"
#include "ui/format/json_error_text.h"
#include "ui/format/words.h"

#include <array>

namespace bw::format {
namespace {

using testplan::Problem;
using testplan::ProblemKind;

struct Pieces {
    QString subject;
    QString expected;
};

QString documentWords(const Problem& problem, const Pieces& is) {
    switch (problem.kind) {
    case ProblemKind::TooLarge:
        return Words::tr("the file is larger than %1 bytes").arg(is.expected);
    case ProblemKind::TooManyValues:
        return Words::tr("the file holds more than %1 values").arg(is.expected);
    case ProblemKind::TooDeep:
        return Words::tr("the file is nested deeper than %1 levels").arg(is.expected);
    case ProblemKind::NotUtf8:
        return Words::tr("the file is not UTF-8 here");
    case ProblemKind::JsonSyntax:
        return jsonErrorText(problem);
    case ProblemKind::DuplicateKey:
        return Words::tr("\"%1\" stands here twice").arg(is.subject);
    case ProblemKind::TooManyProblems:
        return Words::tr("there are more problems; the first %1 are listed").arg(is.expected);
    case ProblemKind::NewerFormat:
        return Words::tr(
                   "the plan's format is version %1, which is newer than this program's version %2; use a "
                   "newer Bellwether")
            .arg(is.subject, is.expected);
    case ProblemKind::FileNotRead:
        return problem.code == static_cast<int>(FileErrorKind::NotFound)
                   ? Words::tr("there is no file \"%1\"").arg(is.subject)
               : problem.code == static_cast<int>(FileErrorKind::NotAFile)
                   ? Words::tr("\"%1\" is not a file").arg(is.subject)
                   : Words::tr("the file \"%1\" cannot be read").arg(is.subject);
    case ProblemKind::FileOutsideFolder:
        return Words::tr("\"%1\" lies outside the plan's folder").arg(is.subject);
    default:
        return {};
    }
}

QString shapeWords(const Problem& problem, const Pieces& is) {
    switch (problem.kind) {
    case ProblemKind::WrongType:
        return Words::tr("expected %1, found %2").arg(is.expected, is.subject);
    case ProblemKind::MissingKey:
        return Words::tr("\"%1\" is missing").arg(is.subject);
    case ProblemKind::UnknownKey:
        return Words::tr("there is no option \"%1\"").arg(is.subject);
    case ProblemKind::NotOneOf:
        return problem.suggestion.empty() ? Words::tr("\"%1\" is none of %2").arg(is.subject, is.expected)
                                          : Words::tr("\"%1\" is not known").arg(is.subject);
    case ProblemKind::NoStepKind:
        return Words::tr("the step does nothing; it needs one of %1").arg(is.expected);
    case ProblemKind::TwoOfOne:
        return Words::tr("only one of %1 may stand here").arg(is.subject);
    case ProblemKind::NoneOfOne:
        return Words::tr("one of %1 is missing").arg(is.expected);
    case ProblemKind::WrittenTwice:
        return Words::tr("\"%1\" stands both beside the step's options and among them").arg(is.subject);
    default:
        return {};
    }
}

QString valueWords(const Problem& problem, const Pieces& is) {
    switch (problem.kind) {
    case ProblemKind::NotADuration:
        return Words::tr("\"%1\" is not a duration").arg(is.subject);
    case ProblemKind::NotAnInteger:
        return Words::tr("%1 is not a whole number").arg(is.subject);
    case ProblemKind::OutOfRange:
        return Words::tr("%1 is out of range; it must be %2").arg(is.subject, is.expected);
    case ProblemKind::BadName:
        return Words::tr("\"%1\" cannot be a name here (%2)").arg(is.subject, is.expected);
    case ProblemKind::Empty:
        return Words::tr("nothing stands here");
    case ProblemKind::NotAUrl:
        return Words::tr("\"%1\" is not a URL of %2:// or %2s://").arg(is.subject, is.expected);
    case ProblemKind::BadStatusRange:
        return Words::tr("\"%1\" is no range of status codes, like \"200..299\"").arg(is.subject);
    case ProblemKind::BadAddress:
        return Words::tr("\"%1\" is not an IP address").arg(is.subject);
    case ProblemKind::BadLimit:
        return Words::tr("\"%1\" is no limit, like \"<80\" with the unit %2").arg(is.subject, is.expected);
    case ProblemKind::LowAboveHigh:
        return Words::tr("%1 is more than %2").arg(is.subject, is.expected);
    default:
        return {};
    }
}

QString loadWords(const Problem& problem, const Pieces& is) {
    switch (problem.kind) {
    case ProblemKind::NeverAnyLoad:
        return Words::tr("this scenario never makes any load");
    case ProblemKind::MaxBelowPreAllocated:
        return Words::tr("%1 is less than preAllocatedVUs (%2)").arg(is.subject, is.expected);
    case ProblemKind::FewerIterationsThanVus:
        return Words::tr("%1 iterations are fewer than the %2 VUs that share them")
            .arg(is.subject, is.expected);
    case ProblemKind::NoSuchFlow:
        return Words::tr("there is no flow \"%1\"").arg(is.subject);
    case ProblemKind::NoSuchSession:
        return Words::tr("there is no websocket step \"%1\"").arg(is.subject);
    case ProblemKind::NoSuchBudget:
        return Words::tr("there is no budget \"%1\"").arg(is.subject);
    case ProblemKind::NoSuchMetric:
        return Words::tr("there is no metric \"%1\"").arg(is.subject);
    case ProblemKind::NameTaken:
        return Words::tr("the name \"%1\" is taken").arg(is.subject);
    case ProblemKind::MethodNotForMetric:
        return Words::tr("this metric has no %1; it has %2").arg(is.subject, is.expected);
    case ProblemKind::OtherMetricType:
        return Words::tr("the metric \"%1\" is a %2 elsewhere").arg(is.subject, is.expected);
    default:
        return {};
    }
}

QString thresholdWords(const Problem& problem, const QString& subject) {
    switch (static_cast<testplan::ThresholdErrorKind>(problem.code)) {
    case testplan::ThresholdErrorKind::UnknownMethod:
        return Words::tr("\"%1\" is none of count, rate, value, avg, min, max, med, p(N)").arg(subject);
    case testplan::ThresholdErrorKind::BadPercentile:
        return Words::tr("\"%1\" is no percentile between p(0) and p(100)").arg(subject);
    case testplan::ThresholdErrorKind::NoOperator:
        return Words::tr("\"%1\" compares nothing; it needs one of <, <=, >, >=, ==, !=").arg(subject);
    case testplan::ThresholdErrorKind::BadNumber:
        return Words::tr("\"%1\" is not a number; thresholds have no units").arg(subject);
    }
    return {};
}

QString selectorWords(const Problem& problem, const QString& subject) {
    switch (static_cast<testplan::SelectorErrorKind>(problem.code)) {
    case testplan::SelectorErrorKind::NoMetric:
        return Words::tr("the name of a metric is missing");
    case testplan::SelectorErrorKind::NotClosed:
        return Words::tr("the { is not closed");
    case testplan::SelectorErrorKind::TextAfterClose:
        return Words::tr("\"%1\" stands after the }").arg(subject);
    case testplan::SelectorErrorKind::TagWithoutValue:
        return Words::tr("\"%1\" is no tag with a value, like name:login").arg(subject);
    }
    return {};
}

} // namespace

QString problemSentence(const Problem& problem) {
    if (problem.expression) {
        return expressionProblemText(*problem.expression);
    }
    const Pieces is{plain(problem.subject), plain(problem.expected)};
    if (problem.kind == ProblemKind::BadThreshold) {
        return thresholdWords(problem, is.subject);
    }
    if (problem.kind == ProblemKind::BadSelector) {
        return selectorWords(problem, is.subject);
    }
    QString text;
    for (const auto words : {documentWords, shapeWords, valueWords, loadWords}) {
        if (text.isEmpty()) {
            text = words(problem, is);
        }
    }
    if (!problem.suggestion.empty()) {
        text = Words::tr("%1; did you mean \"%2\"?").arg(text, plain(problem.suggestion));
    }
    return text;
}

QString problemText(const Problem& problem) {
    const QString sentence = problemSentence(problem);
    if (!problem.place.empty()) {
        return Words::tr("%1: %2").arg(plain(problem.place), sentence);
    }
    return problem.line == 0
               ? sentence
               : Words::tr("line %1, column %2: %3")
                     .arg(QString::number(problem.line), QString::number(problem.column), sentence);
}

} // namespace bw::format
