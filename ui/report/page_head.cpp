#include "ui/report/page_head.h"

#include "ui/report/page_style.h"
#include "ui/report/report_words.h"

namespace bw::ui_report {

using namespace Qt::StringLiterals;

QString pageLanguage() {
    return Words::tr("en", "the language these words are in, as HTML names it");
}

QString pageHead(const QString& title) {
    return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>%2</title>\n<style>%3</style></head>\n"_s
               .arg(escaped(pageLanguage()), escaped(title), pageStyle());
}

QString pageMark(const QString& tone) {
    const QString sign = tone == u"good"_s ? u"✓"_s : tone == u"bad"_s ? u"✗"_s : u"?"_s;
    return u"<span class=\"mark %1\" aria-hidden=\"true\">%2</span>"_s.arg(tone, sign);
}

} // namespace bw::ui_report
