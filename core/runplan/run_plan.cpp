#include "core/runplan/run_plan.h"

#include "core/codec/percent.h"
#include "core/expr/value_text.h"

#include <algorithm>
#include <functional>

namespace bw::runplan {

std::string_view methodName(Method method) {
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return {};
}

namespace {

// How a secret may stand in a text: as it is, in a URL, in a form, in JSON.
void appendForms(const std::string& secret, std::vector<std::string>& forms) {
    forms.push_back(secret);
    codec::appendPercentEncoded(forms.emplace_back(), secret);
    std::string form = forms.back();
    for (std::size_t at = form.find("%20"); at != std::string::npos; at = form.find("%20", at)) {
        form.replace(at, 3, "+");
    }
    forms.push_back(std::move(form));
    expr::appendJsonEscaped(secret, forms.emplace_back());
}

} // namespace

std::string RunPlan::masked(std::string text) const {
    std::vector<std::string> forms;
    for (const std::string& secret : secrets) {
        if (!secret.empty()) {
            appendForms(secret, forms);
        }
    }
    // The longest first: a secret that begins with another one must not leave its rest behind.
    std::ranges::sort(forms, std::greater(), &std::string::size);
    for (const std::string& form : forms) {
        for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at)) {
            text.replace(at, form.size(), kMask);
            at += kMask.size();
        }
    }
    return text;
}

} // namespace bw::runplan
