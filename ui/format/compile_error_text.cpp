#include "ui/format/compile_error_text.h"

#include "ui/format/error_text.h"
#include "ui/format/expression_text.h"
#include "ui/format/words.h"

#include <QStringList>

namespace bw::format {
namespace {

using runplan::CompileErrorKind;
using runplan::FeedErrorKind;

QString feedErrorText(const runplan::FeedError& error, const QString& file) {
    const auto line = error.line;
    switch (error.kind) {
    case FeedErrorKind::Empty:
        return Words::tr("%1 has no row").arg(file);
    case FeedErrorKind::NoColumns:
        return Words::tr("the first line of %1 names no columns").arg(file);
    case FeedErrorKind::DuplicateColumn:
        return Words::tr("%1 names the column \"%2\" twice").arg(file, plain(error.subject));
    case FeedErrorKind::UnevenRow:
        return Words::tr("line %2 of %1 has %3 cells, not as many as the first line")
            .arg(file)
            .arg(line)
            .arg(plain(error.subject));
    case FeedErrorKind::UnclosedQuote:
        return Words::tr("the quoted cell that begins in line %2 of %1 does not end").arg(file).arg(line);
    case FeedErrorKind::TextAfterQuote:
        return Words::tr("line %2 of %1 goes on behind a closing quote; double the quotes inside a cell")
            .arg(file)
            .arg(line);
    case FeedErrorKind::NotUtf8:
        return Words::tr("%1 is not UTF-8").arg(file);
    case FeedErrorKind::BadJson:
        return error.line == 0 ? Words::tr("%1 is not JSON").arg(file)
                               : Words::tr("%1 is not JSON: look at line %2").arg(file).arg(error.line);
    case FeedErrorKind::NotAnArray:
        return Words::tr("%1 is not an array of objects").arg(file);
    case FeedErrorKind::TooManyRows:
        return Words::tr("%1 has too many rows").arg(file);
    }
    return {};
}

QString sentence(const runplan::CompileError& error) {
    const QString subject = plain(error.subject);
    switch (error.kind) {
    case CompileErrorKind::Unsupported:
        return Words::tr("this version cannot execute %1 yet").arg(subject);
    case CompileErrorKind::NoSuchEnvironment:
        return Words::tr("the plan has no environment \"%1\"").arg(subject);
    case CompileErrorKind::NoSuchScenario:
        return Words::tr("the plan has no scenario \"%1\"").arg(subject);
    case CompileErrorKind::NoScenario:
        return Words::tr("the plan has no scenario to run");
    case CompileErrorKind::NotAllowedByPlan:
        return Words::tr("the plan does not name the host \"%1\"; add it there first").arg(subject);
    case CompileErrorKind::BadProxy:
        return Words::tr("%1 is no proxy; http://host:port is needed.").arg(subject);
    case CompileErrorKind::MissingSecret:
        return Words::tr("the secret %1 is not set; put it into the environment of this program")
            .arg(subject);
    case CompileErrorKind::UnknownVariable:
        return Words::tr("the plan has no variable \"%1\"").arg(subject);
    case CompileErrorKind::CircularVariable:
        return Words::tr("the variable \"%1\" needs itself").arg(subject);
    case CompileErrorKind::Feed:
        return feedErrorText(error.feed, plain(error.file.path));
    case CompileErrorKind::File:
        return fileErrorText(error.file);
    case CompileErrorKind::Expression: {
        QStringList problems;
        for (const expr::Problem& problem : error.expressions) {
            problems << expressionProblemText(problem);
        }
        return problems.join(QStringLiteral("; "));
    }
    case CompileErrorKind::Evaluation:
        return Words::tr("the value of \"%1\" cannot be computed").arg(subject);
    case CompileErrorKind::CannotScale:
        return Words::tr("--duration or --vus does not fit the scenario \"%1\"").arg(subject);
    }
    return {};
}

} // namespace

QString compileErrorText(const runplan::CompileError& error) {
    QString text = sentence(error);
    if (!error.suggestion.empty()) {
        text += Words::tr("; did you mean \"%1\"?").arg(plain(error.suggestion));
    }
    return error.place.empty() ? text : plain(error.place) + QStringLiteral(": ") + text;
}

} // namespace bw::format
