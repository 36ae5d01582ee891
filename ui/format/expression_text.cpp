#include "ui/format/expression_text.h"

#include "ui/format/words.h"

namespace bw::format {
namespace {

using expr::ProblemKind;

QString syntaxWords(const expr::Problem& problem, const QString& subject) {
    switch (problem.kind) {
    case ProblemKind::Empty:
        return Words::tr("there is no expression");
    case ProblemKind::TooLong:
        return Words::tr("the expression is longer than %1 bytes").arg(expr::kMaxSourceLength);
    case ProblemKind::TooDeep:
        return Words::tr("the expression is nested deeper than %1 levels").arg(expr::kMaxDepth);
    case ProblemKind::UnexpectedCharacter:
        return Words::tr("the character \"%1\" cannot stand here").arg(subject);
    case ProblemKind::UnexpectedToken:
        return Words::tr("\"%1\" cannot stand here").arg(subject);
    case ProblemKind::UnexpectedEnd:
        return Words::tr("the expression breaks off");
    case ProblemKind::UnterminatedString:
        return Words::tr("a quote is not closed");
    case ProblemKind::BadEscape:
        return Words::tr("\"%1\" is no escape").arg(subject);
    case ProblemKind::BadNumber:
        return Words::tr("\"%1\" is not a number").arg(subject);
    case ProblemKind::UnterminatedExpression:
        return Words::tr("a ${ has no }");
    default:
        return {};
    }
}

QString nameWords(const expr::Problem& problem, const QString& subject) {
    switch (problem.kind) {
    case ProblemKind::UnknownName:
        return Words::tr("there is no name \"%1\"").arg(subject);
    case ProblemKind::UnknownFunction:
        return Words::tr("there is no function \"%1\"").arg(subject);
    case ProblemKind::UnknownFeed:
        return Words::tr("there is no feed \"%1\"").arg(subject);
    case ProblemKind::UnknownColumn:
        return Words::tr("there is no feed column \"%1\"").arg(subject);
    case ProblemKind::UnknownSecret:
        return Words::tr("the plan lists no secret \"%1\"").arg(subject);
    case ProblemKind::TooFewArguments:
        return Words::tr("%1 needs more arguments").arg(subject);
    case ProblemKind::TooManyArguments:
        return Words::tr("%1 takes fewer arguments").arg(subject);
    case ProblemKind::ArgumentNotLiteral:
        return Words::tr("%1 needs its path or pattern as a quoted text").arg(subject);
    case ProblemKind::BadArgument:
        return Words::tr("%1 cannot take this argument").arg(subject);
    case ProblemKind::BadPattern:
        return Words::tr("the pattern is wrong: %1").arg(subject);
    case ProblemKind::TooManyPatterns:
        return Words::tr("one expression holds too many patterns");
    case ProblemKind::BadJsonPath:
        return Words::tr("\"%1\" is not a JSON path").arg(subject);
    case ProblemKind::BadJson:
        return Words::tr("the text is no JSON");
    default:
        return {};
    }
}

} // namespace

QString expressionProblemText(const expr::Problem& problem) {
    const QString subject = plain(problem.subject);
    QString text = syntaxWords(problem, subject);
    if (text.isEmpty()) {
        text = nameWords(problem, subject);
    }
    if (problem.offset > 0) {
        text = Words::tr("%1 (at byte %2)").arg(text, QString::number(problem.offset + 1));
    }
    if (!problem.suggestion.empty()) {
        text = Words::tr("%1; did you mean \"%2\"?").arg(text, plain(problem.suggestion));
    }
    return text;
}

} // namespace bw::format
