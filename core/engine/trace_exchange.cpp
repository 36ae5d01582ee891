#include "core/engine/trace_exchange.h"

#include "core/engine/example_text.h"

namespace bw::engine {
namespace {

std::string requestHead(const client::Request& request) {
    std::string text = std::string(request.method) + ' ' + request.url->target + "\nHost: ";
    codec::appendHostField(text, *request.url);
    text += '\n';
    for (const codec::HeaderField& field : request.fields) {
        text.append(field.name).append(": ").append(field.value) += '\n';
    }
    if (request.hasBody == client::Request::Body::Some) {
        text += "Content-Length: " + std::to_string(request.body.size()) + '\n';
    }
    return text;
}

std::string responseHead(const client::Exchange& exchange) {
    std::string text = std::string(exchange.proto) + ' ' + std::to_string(exchange.status) + '\n';
    exchange.fields.forEach([&](std::string_view name, std::string_view value) {
        text.append(name).append(": ").append(value) += '\n';
    });
    return text;
}

} // namespace

TracedExchange tracedExchange(const runplan::RunPlan& plan, const client::Request& request,
                              const client::Exchange& exchange, const metrics::Sample& sample,
                              bool isExpected) {
    const auto shown = [&plan](std::string_view text) {
        return plan.masked(printableText(text, kTraceBody));
    };
    TracedExchange traced;
    traced.method = request.method;
    traced.url = shown(codec::urlText(*request.url));
    traced.requestHead = shown(requestHead(request));
    traced.requestBody = shown(request.body);
    traced.requestBytes = request.body.size();
    if (exchange.status != 0) {
        traced.responseHead = shown(responseHead(exchange));
        traced.responseBody = shown(exchange.body);
        traced.isCut = exchange.body.size() >= kTraceBody && exchange.bodyBytes >= kTraceBody;
        traced.responseBytes = std::max<std::uint64_t>(exchange.body.size(), exchange.bodyBytes);
    }
    traced.proto = exchange.proto;
    traced.sample = sample;
    traced.isExpected = isExpected;
    traced.isReused = exchange.connection == client::Exchange::Connection::Reused;
    traced.tlsVersion = exchange.tls.version;
    traced.tlsCipher = exchange.tls.cipher;
    traced.systemError = exchange.systemError;
    traced.detail = exchange.detail;
    return traced;
}

TracedMessage tracedMessage(const runplan::RunPlan& plan, TracedMessage::Way way, std::string_view text) {
    return {way, plan.masked(printableText(text, kTraceMessage)), text.size()};
}

} // namespace bw::engine
