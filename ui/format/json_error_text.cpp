#include "ui/format/json_error_text.h"

#include "core/testplan/json_reader.h"
#include "ui/format/words.h"

namespace bw::format {

QString jsonErrorText(const testplan::Problem& problem) {
    using enum testplan::JsonErrorKind;
    const QString found = plain(problem.subject);
    switch (static_cast<testplan::JsonErrorKind>(problem.code)) {
    case ByteOrderMark:
        return Words::tr("the file begins with a byte order mark; save it as plain UTF-8");
    case Empty:
        return Words::tr("the file is empty");
    case UnexpectedEnd:
        return Words::tr("the file ends too early");
    case ExpectedValue:
        return Words::tr("a value should stand here, not \"%1\"").arg(found);
    case ExpectedKey:
        return Words::tr("a key in double quotes should stand here, not \"%1\"").arg(found);
    case ExpectedColon:
        return Words::tr("a colon should stand here, not \"%1\"").arg(found);
    case ExpectedCommaOrEnd:
        return Words::tr("a comma or a closing bracket should stand here, not \"%1\"").arg(found);
    case TrailingComma:
        return Words::tr("nothing follows this comma; take it away");
    case Comment:
        return Words::tr("JSON has no comments");
    case SingleQuotes:
        return Words::tr("JSON's quotes are double");
    case BadNumber:
        return Words::tr("this is not a number");
    case BadEscape:
        return Words::tr("this is no escape");
    case LoneSurrogate:
        return Words::tr("this escape is half a character");
    case ControlCharacter:
        return Words::tr("a line break or control character must be escaped in a text");
    case TextAfterEnd:
        return Words::tr("something follows the end of the document: \"%1\"").arg(found);
    case TooLarge:
    case TooDeep:
    case TooManyValues:
    case NotUtf8:
        break; // kinds of their own
    }
    return {};
}

} // namespace bw::format
