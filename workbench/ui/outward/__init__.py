# SPDX-License-Identifier: EUPL-1.2
"""What is looked through before anything leaves an akt: one panel for every page that lets it.

A page puts a `LookPanel` where the eyes come first, and its presenter has a `LookingThrough`:

    self.look = LookPanel()                               # the page
    self.looking = LookingThrough(case, view.look, go)    # its presenter
    self.look.serve(self._presenter.looking)              # the page, when the presenter is made

`looking.open()` shows everything with the safe contact unfolded. Before the act the presenter asks
`looking.is_ready()`, which says what is missing where it stands, and hands `looking.checked` to
the service, which refuses without it. Afterwards `looking.done()`: the next act asks again.
A record that is written is served by `looked.at_first(spec, looking)` and a `LookedPanel`.

What more is shown is a `PartVm` in `telling.tell`; what more is ticked is a code of
`services.handing_over.outward.ticks_of` with its words in `telling`.
"""
