#include "core/runplan/compile.h"

#include "core/base/nearest.h"
#include "core/runplan/compile_context.h"
#include "core/testplan/plan_file.h"
#include "core/testplan/plan_scope.h"

#include <algorithm>

namespace bw::runplan {
namespace {

constexpr std::size_t kMaxPemFile = 16U * 1024 * 1024;

void checkHosts(CompileContext& context) {
    for (const std::string& host : context.options.confirmedHosts) {
        if (std::ranges::find(context.plan.allowedHosts, host) == context.plan.allowedHosts.end()) {
            context.fail(CompileErrorKind::NotAllowedByPlan, "allowedHosts", host,
                         nearest(host, std::span<const std::string>(context.plan.allowedHosts)));
        } else {
            context.result.allowed.names.push_back(host);
        }
    }
}

void takeTls(CompileContext& context, const testplan::TlsOptions& from, TlsFiles& to) {
    const auto take = [&](const std::string& name, const char* key, std::string& text) {
        if (!name.empty()) {
            text = context.file(name, std::string("defaults.http.tls.") + key, kMaxPemFile);
        }
    };
    to.verify = from.verify == testplan::TlsVerify::No ? TlsFiles::Verify::No : TlsFiles::Verify::Yes;
    take(from.ca, "ca", to.authorities);
    take(from.cert, "cert", to.certificate);
    take(from.key, "key", to.key);
}

void takeDefaults(CompileContext& context) {
    const testplan::HttpDefaults& from = context.plan.defaults.http;
    HttpDefaults& to = context.result.http;
    if (from.connections.kind == testplan::ConnectionOptions::Kind::Shared) {
        to.connections = {Connections::Kind::Shared, static_cast<std::uint32_t>(from.connections.shared)};
    }
    to.cookies =
        from.cookies == testplan::CookieReset::Never ? CookieReset::Never : CookieReset::EachIteration;
    to.localAddresses = from.localAddresses;
    to.dnsTtl = from.dns.ttl.value;
    to.dnsSelect = static_cast<DnsSelect>(from.dns.select);
    to.dnsPolicy = static_cast<DnsPolicy>(from.dns.policy);
    to.version = static_cast<HttpVersion>(from.version);
    takeTls(context, from.tls, to.tls);
}

// After the variables: the proxy's URL is a template.
void takeProxy(CompileContext& context) {
    const std::string& source = context.plan.defaults.http.proxy;
    ProxyRules& rules = context.result.http.proxy;
    if (source.empty()) {
        rules = context.options.proxy;
        return;
    }
    expr::Scratch scratch;
    Random random(0);
    expr::Context evaluation = context.evaluation(scratch, random);
    const expr::Template text = context.text(source, "defaults.http.proxy");
    std::string url;
    if (!text.render(evaluation, url)) {
        url.clear();
    }
    const auto parsed = codec::parseUrl(url);
    if (!parsed || parsed->scheme != codec::UrlScheme::Http) {
        context.fail(CompileErrorKind::BadProxy, "defaults.http.proxy", url.empty() ? source : url);
        return;
    }
    rules.source = ProxyRules::Source::Plan;
    rules.http = *parsed;
    rules.https = *parsed;
}

void findSecrets(CompileContext& context) {
    for (const std::string& name : context.plan.secrets) {
        const auto found =
            std::ranges::find(context.options.secrets, name, &std::pair<std::string, std::string>::first);
        if (found == context.options.secrets.end()) {
            context.fail(CompileErrorKind::MissingSecret, "secrets", name);
        }
        context.result.secrets.push_back(found == context.options.secrets.end() ? std::string()
                                                                                : found->second);
    }
}

FlowIndex flowNamed(const testplan::TestPlan& plan, const std::string& name) {
    return static_cast<FlowIndex>(std::ranges::find(plan.flows, name, &testplan::Flow::name) -
                                  plan.flows.begin());
}

} // namespace

void readFeeds(CompileContext& context) {
    for (const testplan::FeedSpec& spec : context.plan.feeds) {
        const std::string place = "feeds." + spec.name;
        const std::string path = testplan::pathUnder(context.options.folder, spec.file);
        auto text = readFile(path.empty() ? spec.file : path, kMaxFeedBytes);
        if (path.empty() || !text) {
            context.fail(CompileErrorKind::File, place, spec.name);
            context.errors.back().file =
                path.empty() ? FileError{FileErrorKind::NotAllowed, spec.file, 0} : text.error();
            context.result.feeds.emplace_back();
            continue;
        }
        auto feed = spec.file.ends_with(".json") ? readJsonFeed(*text) : readCsvFeed(*text);
        if (!feed) {
            context.fail(CompileErrorKind::Feed, place, spec.name);
            context.errors.back().feed = feed.error();
            context.errors.back().file.path = path;
            context.result.feeds.emplace_back();
            continue;
        }
        feed->name = spec.name;
        feed->order = static_cast<FeedOrder>(spec.order);
        feed->atEnd = static_cast<FeedEnd>(spec.atEnd);
        context.result.feeds.push_back(std::move(*feed));
    }
}

void buildScope(CompileContext& context) {
    // Validation's scope, but with the feeds' real columns.
    const expr::Scope names = testplan::scopeOf(context.plan);
    for (const std::string& variable : names.variables()) {
        static_cast<void>(context.scope.addVariable(variable));
    }
    for (const FeedData& feed : context.result.feeds) {
        static_cast<void>(context.scope.addFeed(feed.name, feed.columns));
    }
    for (const std::string& secret : context.plan.secrets) {
        static_cast<void>(context.scope.addSecret(secret));
    }
}

Result<std::shared_ptr<const RunPlan>, std::vector<CompileError>> compile(const testplan::TestPlan& plan,
                                                                          const CompileOptions& options) {
    CompileContext context(plan, options);
    context.result.name = plan.name;
    context.result.seed = options.seed;
    checkHosts(context);
    takeDefaults(context);
    findSecrets(context);
    readFeeds(context);
    if (!context.errors.empty()) {
        return std::unexpected(std::move(context.errors));
    }
    buildScope(context);
    evaluateVariables(context);
    if (!context.errors.empty()) {
        return std::unexpected(std::move(context.errors));
    }
    takeProxy(context);
    compileFlows(context);
    compileScenarios(context);
    if (!plan.setup.empty()) {
        context.result.setup = flowNamed(plan, plan.setup);
    }
    if (!plan.teardown.empty()) {
        context.result.teardown = flowNamed(plan, plan.teardown);
    }
    if (!context.errors.empty()) {
        return std::unexpected(std::move(context.errors));
    }
    return std::make_shared<const RunPlan>(std::move(context.result));
}

} // namespace bw::runplan
