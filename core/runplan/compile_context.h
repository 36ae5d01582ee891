#pragma once

#include "core/expr/context.h"
#include "core/expr/expression.h"
#include "core/expr/json_template.h"
#include "core/expr/scratch.h"
#include "core/expr/single_test.h"
#include "core/expr/template.h"
#include "core/runplan/compile.h"
#include "core/testplan/plan_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace bw::runplan {

// What the parts of the compiler share: the scope, the plan being made, and the errors found. Expressions
// that do not compile are told at their place and stand as empty ones, so that one run tells everything.
class CompileContext {
public:
    CompileContext(const testplan::TestPlan& plan_, const CompileOptions& options_)
        : plan(plan_)
        , options(options_) {}

    const testplan::TestPlan& plan;
    const CompileOptions& options;
    expr::Scope scope;
    RunPlan result;
    std::vector<CompileError> errors;

    // The next step that has series of its own.
    [[nodiscard]] std::uint32_t nextSite(const std::string& place) {
        result.places.push_back(place);
        return result.siteCount++;
    }

    [[nodiscard]] Check check(const std::string& name, const std::string& source, const std::string& place) {
        Check made{name, expression(source, place), {}};
        const auto test =
            options.subjects == CompileOptions::Subjects::Yes ? expr::splitSingleTest(source) : std::nullopt;
        if (test) {
            if (auto subject = expr::Expression::compile(test->subject, scope)) {
                made.subject = std::move(*subject);
            }
        }
        return made;
    }

    void unsupported(const std::string& place, std::string what) {
        CompileError error;
        error.kind = CompileErrorKind::Unsupported;
        error.place = place;
        error.subject = std::move(what);
        errors.push_back(std::move(error));
    }

    void fail(CompileErrorKind kind, std::string place, std::string subject,
              std::string_view suggestion = {}) {
        CompileError error;
        error.kind = kind;
        error.place = std::move(place);
        error.subject = std::move(subject);
        error.suggestion = suggestion;
        errors.push_back(std::move(error));
    }

    [[nodiscard]] expr::Expression expression(const std::string& source, const std::string& place) {
        return compiled<expr::Expression>(source, place);
    }
    [[nodiscard]] expr::Template text(const std::string& source, const std::string& place) {
        return compiled<expr::Template>(source, place);
    }
    [[nodiscard]] expr::JsonTemplate json(const std::string& document, const std::string& place) {
        return compiled<expr::JsonTemplate>(document, place);
    }

    // The bytes of a file under the plan's folder; told at its place, and empty, when it cannot be read.
    [[nodiscard]] std::string file(const std::string& name, const std::string& place, std::size_t limit) {
        const std::string path = testplan::pathUnder(options.folder, name);
        auto bytes = path.empty() ? Result<std::string, FileError>(
                                        std::unexpected(FileError{FileErrorKind::NotAllowed, name, 0}))
                                  : readFile(path, limit);
        if (!bytes) {
            fail(CompileErrorKind::File, place, name);
            errors.back().file = bytes.error();
            return {};
        }
        return std::move(*bytes);
    }

    // A context for what can be evaluated before the run: variables and secrets, nothing else.
    [[nodiscard]] expr::Context evaluation(expr::Scratch& scratch, Random& random) const {
        expr::Context context(scratch, random);
        context.slots = result.initialSlots;
        context.secrets = result.secrets;
        return context;
    }

private:
    template <class T>
    T compiled(const std::string& source, const std::string& place) {
        auto made = T::compile(source, scope);
        if (made) {
            return std::move(*made);
        }
        fail(CompileErrorKind::Expression, place, source);
        errors.back().expressions = std::move(made.error());
        return T();
    }
};

// The parts, in the order they run.
void readFeeds(CompileContext& context);
void buildScope(CompileContext& context);
void evaluateVariables(CompileContext& context);
void compileFlows(CompileContext& context);
void compileScenarios(CompileContext& context);

} // namespace bw::runplan
