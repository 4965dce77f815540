# SPDX-License-Identifier: EUPL-1.2
"""Writing down one record of an akt: durable while it is typed, entered or thrown away by choice.

Without Qt (presenters stand on these)
    open_case   OpenCase(jobs, session, case): one akt, reached only through the vault's thread.
    fields      FieldVm, OptionVm: what a form asks for. Every field is text.
    writing     Writing(open_case, spec, view, entered): `begin`, `typed`, `enter`, `discard`.
                Spec(of, read, build, missing): how a record becomes fields and fields a record.
    history     versions_of(...): every version of a record, in words.
    moments     how days and times are spelled and read.
    voices      who wrote: names of users.
With Qt (pages stand on these)
    form        WritingForm(fields): `typed(name, text)`.
    panel       WritingPanel(page, heading, fields): form, För in, Kasta. It is a `WritingView`;
                `serve(writing)` connects it.
    case_page   CasePage: a kit page with the way back to the akt.
    fold        Fold: a button that shows and hides what is under it.
    versions    VersionsFold: the history of one record, folded.
Nothing here is global; a page makes its own.
"""
