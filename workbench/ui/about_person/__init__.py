# SPDX-License-Identifier: EUPL-1.2
"""The person an akt is about: folded sections, each about one thing that is known of them.

A section is two modules: `<thing>_presenter.py` without Qt, which decides, and
`<thing>_section.py` with a class over `section.Section`, which shows. To add one

1.  write `class ThingSection(Section)` with `__init__(self, page: Page, around: Around)`: call
    `super().__init__(page, "thing", _("Heading"))`, add what is folded with `self.put(...)`, make
    the presenter with `self`, `around.case`, `around.asks` and `around.go`, and override
    `refresh` to ask it to look. The presenter calls `self.tell(one line)`: what is in sight
    while the section is folded, so never what must be hidden;
2.  add one line to `sections.KINDS`, in the order of reading;
3.  say in `ui.today.unentered.PAGE_OF` that working material of its kinds waits at
    "about-person", and photograph it in `tests/shots/of_about_person.py`.

`Place("about-person", case, RecordId("thing"))` opens the page with that section unfolded. A
section emits `changed` when it entered something: every section looks again.
"""
