#include "ui/designer/step/websocket_form.h"

#include "core/testplan/plan_words.h"
#include "core/testplan/read_document.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/json_field.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/step/check_rows.h"
#include "ui/designer/step/scalar_rows.h"

namespace bw::designer {
namespace {

using namespace testplan;

const QString kJson = QStringLiteral("json");
const QString kText = QStringLiteral("text");
const QString kBinary = QStringLiteral("binary");

QString contentKind(const WebSocketMessage& message) {
    static const QString* const kKinds[] = {&kJson, &kText, &kBinary};
    return *kKinds[message.content.index()];
}

QString contentText(const WebSocketMessage& message) {
    if (const auto* json = std::get_if<JsonBody>(&message.content)) {
        return QString::fromStdString(json->json.compactText());
    }
    const auto* text = std::get_if<TextBody>(&message.content);
    return QString::fromStdString(text != nullptr ? text->text
                                                  : std::get<BinaryBody>(message.content).base64);
}

void setContent(WebSocketMessage& message, const QString& kind, const QString& text) {
    if (kind == kJson) {
        const auto read = readDocument(text.toStdString());
        message.content = JsonBody{read ? *read : JsonValue::string(text.toStdString())};
    } else if (kind == kText) {
        message.content = TextBody{text.toStdString()};
    } else {
        message.content = BinaryBody{text.toStdString()};
    }
}

QString listText(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> listOf(const QString& text) {
    std::vector<std::string> list;
    for (const QString& piece : text.split(u',', Qt::SkipEmptyParts)) {
        list.push_back(piece.trimmed().toStdString());
    }
    return list;
}

} // namespace

WebSocketForm::WebSocketForm(bridge::PlanDocument& document, QWidget* parent)
    : StepForm(document, parent) {
    setupSession();
    setupSend();
    setupMessages();
    setupEnd();
}

WebSocketStep* WebSocketForm::find(Plan& plan) const {
    Step* step = findStep(plan, shownPlace().toStdString());
    return step == nullptr ? nullptr : std::get_if<WebSocketStep>(&step->kind);
}

void WebSocketForm::setupSession() {
    addName("websocket.name");
    addText(as(Language::Template, text<WebSocketStep>("websocket.url", tr("URL"), &WebSocketStep::url)));
    beginSection(tr("Session"));
    Value stays = duration<WebSocketStep>("websocket.duration", tr("Duration"), &WebSocketStep::duration,
                                          Need::Optional);
    stays.byDefault = [](const Plan&) { return tr("until its steps are done"); };
    addText(stays);
    addText(as(Language::Expression,
               text<WebSocketStep>("websocket.until", tr("Until a message"), &WebSocketStep::until)));
    addText(duration<WebSocketStep>("websocket.pingEvery", tr("Ping every"), &WebSocketStep::pingEvery,
                                    Need::Optional));
    addText(part<WebSocketStep>(
        "websocket.protocols", tr("Subprotocols"),
        [](const WebSocketStep& session) { return listText(session.protocols); },
        [](WebSocketStep& session, const QString& text) {
            session.protocols = listOf(text);
            if (text.isEmpty()) {
                session.written.remove("protocols");
            }
        }));
    PlanRows headers = pairs<WebSocketStep>("websocket.headers", &WebSocketStep::headers, Language::Template);
    headers.name = tr("header");
    addTable(tr("Headers"), new TableEditor(document(), headers, this));
}

PlanRows WebSocketForm::sendRows() const {
    const auto list = [this](Plan& plan) -> std::vector<WebSocketMessage>* {
        WebSocketStep* session = find(plan);
        return session == nullptr ? nullptr : &session->send;
    };
    const auto look = [list](const Plan& plan, int row) -> const WebSocketMessage& {
        return itemAt(*list(const_cast<Plan&>(plan)), row); // only looked at
    };
    PlanRows rows;
    rows.name = tr("message");
    rows.count = [list](const Plan& plan) {
        const auto* found = list(const_cast<Plan&>(plan)); // only looked at
        return found == nullptr ? 0 : static_cast<int>(found->size());
    };
    rows.place = [this, look](const Plan& plan, int row, int column) {
        const std::string place = itemPlace(placeUnder("websocket.send"), row);
        return column == 1   ? place + '.' + contentKind(look(plan, row)).toStdString()
               : column == 2 ? place + ".every"
                             : place;
    };
    PlanColumn kind;
    kind.title = tr("Kind");
    kind.kind = CellKind::Choice;
    kind.choices = {kJson, kText, kBinary};
    kind.read = [look](const Plan& plan, int row) { return contentKind(look(plan, row)); };
    kind.write = [list](Plan& plan, int row, const QString& text) {
        WebSocketMessage& message = itemAt(*list(plan), row);
        setContent(message, text, contentText(message));
    };
    PlanColumn content;
    content.title = tr("Content");
    content.language = Language::Template;
    content.read = [look](const Plan& plan, int row) { return contentText(look(plan, row)); };
    content.write = [list](Plan& plan, int row, const QString& text) {
        WebSocketMessage& message = itemAt(*list(plan), row);
        setContent(message, contentKind(message), text);
    };
    content.check = [look](const Plan& plan, int row, const QString& text) {
        return contentKind(look(plan, row)) == kJson ? checkJson(text) : QString();
    };
    PlanColumn every;
    every.title = tr("Every");
    every.kind = CellKind::Figure;
    every.read = [look](const Plan& plan, int row) { return writtenText(look(plan, row).every); };
    every.write = [list](Plan& plan, int row, const QString& text) {
        WebSocketMessage& message = itemAt(*list(plan), row);
        message.every = text.isEmpty() ? DurationText{} : typedDuration(text, message.every);
    };
    every.check = [](const Plan&, int, const QString& text) { return optional(checkDuration)(text); };
    every.hint = [](const Plan&, int) { return tr("once"); };
    rows.columns = {kind, content, every};
    setRowEdits<WebSocketMessage>(rows, list, [](const auto&, int) {
        WebSocketMessage message;
        message.content = JsonBody{JsonValue::object({})};
        return message;
    });
    return rows;
}

void WebSocketForm::setupSend() {
    beginSection(tr("Send"));
    addSentence(tr("Sent when the session opens; with a time under Every, again and again."));
    auto* table = new TableEditor(document(), sendRows(), this);
    table->setStretch({2, 8, 2});
    addTable(tr("Messages to send"), table);
}

void WebSocketForm::addMessageText(const char* key, const QString& label,
                                   std::string WebSocketReceive::* member) {
    addText(as(Language::Expression, part<WebSocketStep>(
                                         key, label,
                                         [member](const WebSocketStep& session) {
                                             return QString::fromStdString(session.messages.*member);
                                         },
                                         [member, key](WebSocketStep& session, const QString& text) {
                                             session.messages.*member = text.toStdString();
                                             if (text.isEmpty()) {
                                                 const std::string_view whole(key);
                                                 session.messages.written.remove(
                                                     whole.substr(whole.rfind('.') + 1));
                                             }
                                         })));
}

PlanRows WebSocketForm::metricRows() const {
    const auto list = [this](Plan& plan) -> std::vector<MetricStep>* {
        WebSocketStep* session = find(plan);
        return session == nullptr ? nullptr : &session->messages.metrics;
    };
    const auto look = [list](const Plan& plan, int row) -> const MetricStep& {
        return itemAt(*list(const_cast<Plan&>(plan)), row); // only looked at
    };
    PlanRows rows;
    rows.name = tr("metric");
    rows.count = [list](const Plan& plan) {
        const auto* found = list(const_cast<Plan&>(plan)); // only looked at
        return found == nullptr ? 0 : static_cast<int>(found->size());
    };
    rows.place = [this](const Plan&, int row, int column) {
        static constexpr std::array kKeys{".name", ".type", ".add"};
        const std::string place = itemPlace(placeUnder("websocket.messages.metrics"), row);
        return column < 0 ? place : place + kKeys[static_cast<std::size_t>(column)];
    };
    PlanColumn name;
    name.title = tr("Metric");
    name.read = [look](const Plan& plan, int row) { return QString::fromStdString(look(plan, row).metric); };
    name.write = [list](Plan& plan, int row, const QString& text) {
        itemAt(*list(plan), row).metric = text.toStdString();
    };
    PlanColumn type;
    type.title = tr("Type");
    type.kind = CellKind::Choice;
    for (const QString& word : choicesOf(words::kMetricType)) {
        type.choices << word;
    }
    type.read = [look](const Plan& plan, int row) {
        return choiceOf(words::kMetricType, look(plan, row).type);
    };
    type.write = [list](Plan& plan, int row, const QString& text) {
        MetricStep& metric = itemAt(*list(plan), row);
        metric.type = fromWord(words::kMetricType, text.toStdString()).value_or(metric.type);
    };
    PlanColumn add;
    add.title = tr("Adds");
    add.language = Language::Expression;
    add.read = [look](const Plan& plan, int row) { return QString::fromStdString(look(plan, row).add); };
    add.write = [list](Plan& plan, int row, const QString& text) {
        itemAt(*list(plan), row).add = text.toStdString();
    };
    rows.columns = {name, type, add};
    setRowEdits<MetricStep>(rows, list, [](const auto&, int) {
        MetricStep metric;
        metric.metric = "my_metric";
        metric.add = "1";
        return metric;
    });
    return rows;
}

void WebSocketForm::setupMessages() {
    beginSection(tr("Messages"));
    addMessageText("websocket.messages.timestamp", tr("Sent at"), &WebSocketReceive::timestamp);
    addMessageText("websocket.messages.sequence", tr("Number"), &WebSocketReceive::sequence);
    addMessageText("websocket.messages.channel", tr("Counted by"), &WebSocketReceive::channel);
    addChoice(part<WebSocketStep>(
                  "websocket.messages.clock", tr("Server's clock"),
                  [](const WebSocketStep& session) {
                      return choiceOf(words::kMessageClock, session.messages.clock);
                  },
                  [](WebSocketStep& session, const QString& text) {
                      session.messages.clock =
                          fromWord(words::kMessageClock, text.toStdString()).value_or(session.messages.clock);
                  }),
              [](const Plan&) { return choicesOf(words::kMessageClock); });
    const auto received = [this](NamedPairs WebSocketReceive::* member) {
        return [this, member](Plan& plan) -> NamedPairs* {
            WebSocketStep* session = find(plan);
            return session == nullptr ? nullptr : &(session->messages.*member);
        };
    };
    const CheckList checks{received(&WebSocketReceive::checks), [this](const std::string& name) {
                               const std::string place = placeUnder("websocket.messages.checks");
                               return name.empty() ? place : memberPlace(place, name);
                           }};
    addTable(tr("Checks of every message"), makeCheckTable(document(), checks, this));
    PlanRows extract =
        pairRows("websocket.messages.extract", received(&WebSocketReceive::extract), Language::Expression);
    extract.name = tr("extractor");
    extract.columns[0].title = tr("Variable");
    extract.columns[1].title = tr("From the message");
    addTable(tr("Extract"), new TableEditor(document(), extract, this));
    addTable(tr("Metrics"), new TableEditor(document(), metricRows(), this));
}

void WebSocketForm::setupEnd() {
    beginSection(tr("End"));
    Value code = part<WebSocketStep>(
        "websocket.close.code", tr("Close code"),
        [](const WebSocketStep& session) {
            const bool isWritten = session.close.code != 1000 || session.close.written.has("code");
            return isWritten ? QString::number(session.close.code) : QString();
        },
        [](WebSocketStep& session, const QString& text) {
            session.close.code = text.isEmpty() ? 1000 : text.toLongLong();
            if (text.isEmpty()) {
                session.close.written.remove("code");
            }
        });
    code.check = optional(checkWholeNumber);
    code.byDefault = [](const Plan&) { return QStringLiteral("1000"); };
    addText(code);
    addText(part<WebSocketStep>(
        "websocket.close.reason", tr("Reason"),
        [](const WebSocketStep& session) { return QString::fromStdString(session.close.reason); },
        [](WebSocketStep& session, const QString& text) { session.close.reason = text.toStdString(); }));
    Value times = part<WebSocketStep>(
        "websocket.reconnect.times", tr("Reconnects"),
        [](const WebSocketStep& session) { return QString::number(session.reconnect.times); },
        [](WebSocketStep& session, const QString& text) { session.reconnect.times = text.toLongLong(); });
    times.check = checkWholeNumber;
    addText(times);
    Value backoff = part<WebSocketStep>(
        "websocket.reconnect.backoff", tr("Back-off"),
        [](const WebSocketStep& session) { return writtenText(session.reconnect.backoff); },
        [](WebSocketStep& session, const QString& text) {
            session.reconnect.backoff =
                text.isEmpty() ? DurationText{} : typedDuration(text, session.reconnect.backoff);
        });
    backoff.check = optional(checkDuration);
    addText(backoff);
    addTags("websocket.tags");
}

} // namespace bw::designer
