#pragma once

#include "core/testplan/http_step.h"
#include "core/testplan/word.h"
#include "ui/designer/form/plan_table.h"

#include <QString>

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace bw::designer {

// Names with a text, a number or a boolean each. What was written without quotes stays so as long as it can.
[[nodiscard]] PlanRows scalarRows(std::function<testplan::NamedScalars*(testplan::TestPlan&)> list,
                                  std::function<std::string()> place);

// The parts of a multipart body.
[[nodiscard]] PlanRows
partRows(std::function<std::vector<testplan::MultipartPart>*(testplan::TestPlan&)> list,
         std::function<std::string()> place);

// An enumerator as the format writes it, and all of them.
template <class E, std::size_t N>
[[nodiscard]] QString choiceOf(const std::array<testplan::Word<E>, N>& words, E value) {
    const std::string_view text = testplan::toWord(words, value);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
template <class E, std::size_t N>
[[nodiscard]] std::vector<QString> choicesOf(const std::array<testplan::Word<E>, N>& words) {
    std::vector<QString> texts;
    for (const auto& word : words) {
        texts.push_back(QString::fromUtf8(word.text.data(), static_cast<qsizetype>(word.text.size())));
    }
    return texts;
}

} // namespace bw::designer
