# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a question: last time's answer, or what two raters coded. Never an answer."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.services import labels
from workbench.services.assess.earlier import Earlier, SaidThen
from workbench.ui.assess.keys import STATE_KEYS
from workbench.ui.assess.vms import EarlierVm, HeadVm, ItemVm, OptionVm, OutlineVm, SlotKey
from workbench.ui.case.titles import told_later
from workbench.words import _


def with_later(vm: HeadVm, earlier: Earlier) -> HeadVm:
    """The head of the page, with the later assessment that was made from this one."""
    later = told_later(earlier.later)
    return replace(vm, caption="\n".join(filter(None, (vm.caption, later)))) if later else vm


def with_earlier(vm: ItemVm, earlier: Earlier) -> ItemVm:
    """The question in front, with what was said at its place in the runs beside this one."""
    found = earlier.places.get(vm.key, ())
    if not earlier.why:
        return vm
    stands = code_that_stands(earlier, vm.key)
    told = _("Nothing was said here then.")
    if found:
        told = "" if vm.chosen else _not_reviewed(earlier)
    lines = tuple(line for then in found for line in _lines(then, vm.options))
    return replace(
        vm,
        earlier=EarlierVm(
            heading=_("Last time") if earlier.why == "again" else _("What the two raters coded"),
            lines=lines,
            told=told,
            may_stand=bool(stands) and stands != vm.chosen,
        ),
    )


def marked(lines: Iterable[OutlineVm], earlier: Earlier) -> tuple[OutlineVm, ...]:
    """The outline, where what was said last time and not confirmed is called not reviewed."""
    if earlier.why != "again":
        return tuple(lines)
    return tuple(
        replace(line, state=_("Not reviewed"))
        if line.key in earlier.places and not line.icon
        else line
        for line in lines
    )


def code_that_stands(earlier: Earlier, at: SlotKey) -> str:
    """The code of last time that can be confirmed at a place; "" where there is none."""
    return next((then.said.code for then in earlier.places.get(at, ()) if then.may_stand), "")


def _not_reviewed(earlier: Earlier) -> str:
    if earlier.why == "again":
        return _("Not reviewed. It counts as nothing until you have answered here.")
    return _("Talk about the reasons, and code what you agree on.")


def _lines(then: SaidThen, options: tuple[OptionVm, ...]) -> list[str]:
    said = then.said
    when = " · ".join(part for part in (then.run.value.begun_on, then.by) if part)
    lines = [_("{day}: {answer}").format(day=when, answer=_in_words(said.code, options))]
    if said.note:
        lines.append(_("Note: {text}").format(text=said.note))
    if said.source:
        lines.append(_("Source: {text}").format(text=said.source))
    return lines


def _in_words(code: str, options: tuple[OptionVm, ...]) -> str:
    """As the choices are labelled now, with the code; an unknown code stands as it is."""
    for option in options:
        if option.code == code:
            return f"{code} · {option.label}" if option.key == code else option.label
    state = next((state for state in STATE_KEYS if state == code), None)
    return labels.answer_state(state, _) if state is not None else code
