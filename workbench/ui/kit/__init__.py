# SPDX-License-Identifier: EUPL-1.2
"""The building blocks of every page. One look, one way to ask, one way to be slow.

Import from the module, never from here (this file stays empty so that the unlock page is quick).

Look
    theme       apply(app, dark=None), tokens(), UNIT (8 px). No colour or pixel size elsewhere.
    icons       icon(name, colour) for buttons, IconView(name, tone) beside text.
Text and layout
    labels      Label(text, kind): plain text always. body title heading soft strong figure.
    buttons     Button(text, kind, icon=, key=, name=): one primary a view; secondary, quiet,
                danger; large for the one big step of Idag.
    cards       PageHeader, Card(heading, caption), FormRow(label, field, hint), EmptyBlock, Rule,
                column(*widgets), row(*widgets).
    wrap        WrapLayout: a row that wraps when the window is narrow.
    page        Page: header + banner + body in a scrolling sheet; `add`, `add_below` (buttons
                that stay in sight), `show_problem(error)`, `place`/`go` (return after a lock),
                `flush`; signals `requested(key, place)`, `saved(time)`, `not_saved`.
States
    pills       Pill(text, tone): calm done amber red, icon and word. SaveState.
    banners     Banner().say(title, detail, tone=, action=).
    problem     problem_of(error) -> Problem | None, code_of(error), catch_all(tell).
Input
    fields      TextArea, LineField, DateField (`typed`, at most 1 s behind), SecretField.
    choices     Choices([ChoiceVm(code, label, key)], name): large buttons that show their key;
                `chosen(code)`, `listen_on(page)` for single keys anywhere in the page.
Lists and pictures
    rows        Rows(name).show_rows([RowVm]): one button a row, `opened(key)`.
    tables      RowsTable(name, [Column(title, text)]): `show_rows(tuple)`, `opened(number)`.
    loop_bar    LoopBar().show_steps([StepVm]): `chosen(key)`.
    timeline    Timeline().show_lanes([LaneVm], today=): dated marks, and as a table; `opened(key)`.
Asking and waiting
    asking      Question, Asks: what a presenter may ask for (no Qt).
    dialogs     Dialogs(window): our own dialogs, answered by callback; `answer_next` for tests;
                lock closes them and no callback follows.
    qt_jobs     QtJobs: services.jobs.Jobs with one worker, the vault's thread.
    watch       lock key, quick-hide key and idle clock for the whole program.
Rules: a widget that takes focus has an accessible name; tab order is reading order; state is
never a colour alone; text from people only through Label or a field.
"""
