#pragma once

#include "core/testplan/problem.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QLabel;

namespace bw::designer {

// One value of the plan on a form: an editor and, under it, the sentence about what is wrong. What cannot be
// kept in a plan stays in the editor, marked, and never reaches the document.
class FormField : public QWidget {
    Q_OBJECT

public:
    // Takes the editor, which is where the label's buddy points.
    FormField(QWidget* editor, QWidget* parent);

    [[nodiscard]] QWidget& editor() const { return *m_editor; }
    [[nodiscard]] QString message() const;
    // As wide as it may be, where there is room.
    [[nodiscard]] QSize sizeHint() const override;

    // Shows the document's value, which stands at place().
    virtual void load(const QString& value) = 0;
    // Gives up what is wrong, here and where the field was before.
    virtual void forget() {}
    // Applies what waits to be whole.
    virtual void settle() {}

    // Where the value stands in the plan; told anew whenever the form shows something else.
    void setPlace(std::string place) { m_place = std::move(place); }
    // What stands inside the place is not this field's.
    void setExact() { m_isExact = true; }
    [[nodiscard]] const std::string& place() const { return m_place; }
    // The problem of the plan at this place, if any. What is wrong with the text itself goes before.
    virtual void showProblems(const std::vector<testplan::Problem>& problems);
    // What the editor holds cannot be kept in the plan.
    [[nodiscard]] bool isWrong() const { return !m_wrong.isEmpty(); }

Q_SIGNALS:
    // A value for the document.
    void applied(const QString& value);
    // The editor lost the focus.
    void left();
    // Ctrl+Z and Ctrl+Y: the document's, not the editor's.
    void undoAsked();
    void redoAsked();

protected:
    // Empty: nothing is wrong.
    void setWrong(const QString& sentence);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    // Gives up a text that is wrong.
    virtual void restore() = 0;

private:
    void setupLayout();
    void tell();

    QWidget* m_editor;
    QLabel* m_message;
    std::string m_place;
    bool m_isExact = false;
    QString m_wrong;
    QString m_problem;
    testplan::Severity m_severity = testplan::Severity::Error;
};

} // namespace bw::designer
