# SPDX-License-Identifier: EUPL-1.2
"""What may be seen of a protected person: the one place that decides, for paper, bundle and list.

Whatever leaves an akt asks here. When in doubt it is kept back: an identity that is only noted as
protected counts as protected registration, and a text in which a known place stands goes nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar, Literal

from workbench.domain.arrivals import ArrivedTogether
from workbench.domain.errors import WorkbenchError
from workbench.domain.file_links import FileLink
from workbench.domain.names import is_same_name
from workbench.domain.personal_number import is_same
from workbench.domain.protected_identity import HiddenDetail, Level, ProtectedIdentity
from workbench.domain.subject import SafeContact, Subject
from workbench.services.own_ports import CaseSummary
from workbench.services.person.place_words import Sought, numbers_in, sought, spelt
from workbench.services.person.protection_words import hidden_kind
from workbench.services.records.akt import Akt, Recorded
from workbench.words import _

PROTECTED, ASSUMED = "protected", "assumed-identity"
"""Flags of the register: that a person is protected, and that nothing may be tied to them."""
KINDS_OF_RECORDS = frozenset({"protected_identity", "subject"})
NO_PLACE = "no-place"
"""What is ticked: every text that leaves was read through, and no place stands in it."""
NEVER_LEAVES = frozenset(
    {"hidden_detail", "safe_contact", "protected_identity"}
    | {"no_contact", "interpreter_need", "interpreted_talk", "call"}
)
"""Kinds that no paper, bundle, list or search has; of a protected akt no open copy either."""
TAKEN_OUT = "…"
Standing = Literal[Level, "unstated"]
ONLY_HERE: Mapping[str, frozenset[str]] = {
    "arrival": frozenset({"room", "key", "where_he_is", "placed_by"}),
    "person": frozenset({"where"}),
    "restraining_order": frozenset({"areas"}),
}
"""Fields of a protected akt that tell of places by what they are; they leave in no copy."""


class NotReadThroughError(WorkbenchError):
    """Something was to leave a protected akt, and nobody said that it was read for places."""

    code: ClassVar[str] = "PROTECT-001"


class PlaceInTextError(WorkbenchError):
    """A place that is known to be hidden stands in what was to leave (`kinds`, never the words)."""

    code: ClassVar[str] = "PROTECT-002"


class NoTieError(WorkbenchError):
    """An akt under an assumed identity was to be tied to another akt."""

    code: ClassVar[str] = "PROTECT-003"


class NoOtherNameError(WorkbenchError):
    """A name or number was to be changed or joined in an akt under an assumed identity."""

    code: ClassVar[str] = "PROTECT-004"


class NoAttachmentError(WorkbenchError):
    """A document from outside was to leave a protected akt: nobody can search it for places."""

    code: ClassVar[str] = "PROTECT-005"


@dataclass(frozen=True, slots=True)
class Known:
    """Words that would lead to the person, and of which kind they are (never shown together)."""

    kind: str
    sought: Sought


@dataclass(frozen=True, slots=True)
class Protection:
    """How far the person of an akt is protected, and all that would lead to them.

    `known` is empty where nobody is protected: nothing is then kept back.
    """

    level: Standing
    known: tuple[Known, ...]

    @property
    def is_protected(self) -> bool:
        return self.level != "none"

    def kinds_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Which kinds of hidden details stand in texts that are to leave; () when none does."""
        if not self.known:
            return ()
        told = [spelt(text) for text in dict.fromkeys(texts) if text]
        found = (e.kind for e in self.known if any(e.sought.stands_in(text) for text in told))
        return tuple(dict.fromkeys(found))

    def without_places(self, text: str) -> str:
        """A text without what would tell where the person is."""
        for each in self.known:
            text = each.sought.taken_out(text, TAKEN_OUT)
        return text

    def stays_here(self, kind: str) -> bool:
        """Whether records of a kind are in no open copy at all."""
        return self.is_protected and kind in NEVER_LEAVES

    def abridged(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """A body as an open copy has it."""
        if not self.is_protected:
            return dict(body)
        return {name: self._without(kind, name, value) for name, value in body.items()}

    def _without(self, kind: str, name: str, value: Any) -> Any:  # noqa: ANN401  any JSON value
        if isinstance(value, str):
            is_place = bool(value) and name in ONLY_HERE.get(kind, ())
            return TAKEN_OUT if is_place else self.without_places(value)
        if isinstance(value, Mapping):
            return {inner: self._without(kind, inner, each) for inner, each in value.items()}
        if isinstance(value, list | tuple):
            return [self._without(kind, name, each) for each in value]
        return value


def record_of(akt: Akt) -> Recorded[ProtectedIdentity] | None:
    """The record of the protection as it stands; None where nobody entered one."""
    found = akt.all(ProtectedIdentity)
    return found[-1] if found else None


def level_of(akt: Akt) -> Standing:
    """How far the person is protected; two versions that disagree count as the higher one."""
    levels: list[Standing] = [each.value.protected_as for each in akt.all(ProtectedIdentity)]
    if any(each.value.identity == PROTECTED for each in akt.all(Subject)):
        levels.append("unstated")
    return max(levels, key=_ORDER.index, default="none")


def is_protected(akt: Akt) -> bool:
    """Whether anything of this holds for an akt."""
    return level_of(akt) != "none"


def protection(akt: Akt) -> Protection:
    """The protection of an akt, as it stands now."""
    level = level_of(akt)
    return Protection(level, tuple(_known(akt)) if level != "none" else ())


def flags_of(akt: Akt) -> Iterator[str]:
    """What the register mirrors."""
    level = level_of(akt)
    if level != "none":
        yield PROTECTED
    if level == "assumed_identity":
        yield ASSUMED


def names_in_a_list(summary: CaseSummary) -> tuple[str, ...]:
    """The names that a row of a list shows: none of a protected person until the akt is opened."""
    return () if PROTECTED in summary.flags else summary.names


def require_no_place(akt: Akt, outgoing: object) -> None:
    """Refuse what would tell where a protected person is. `outgoing`: anything made of texts.

    Raises:
        PlaceInTextError
    """
    kinds = protection(akt).kinds_in(texts_of(outgoing))
    if kinds:
        raise PlaceInTextError(kinds=", ".join(hidden_kind(kind, _).lower() for kind in kinds))


def ticks_of(akt: Akt) -> tuple[str, ...]:
    """What is ticked before anything leaves this akt, beside what every akt asks."""
    return (NO_PLACE,) if is_protected(akt) else ()


def require_read_through(akt: Akt, checked: Iterable[str]) -> None:
    """Refuse to let anything leave a protected akt where nobody ticked that no place stands in it.

    Raises:
        NotReadThroughError
    """
    if is_protected(akt) and NO_PLACE not in frozenset(checked):
        raise NotReadThroughError


def require_no_attachment(akt: Akt) -> None:
    """Refuse documents from outside: their bytes cannot be searched.

    Raises:
        NoAttachmentError
    """
    if is_protected(akt):
        raise NoAttachmentError


def require_may_be_tied(*summaries: CaseSummary) -> None:
    """Refuse a link between akter where one of them is under an assumed identity.

    Raises:
        NoTieError
    """
    if any(ASSUMED in each.flags for each in summaries):
        raise NoTieError


def require_same_person(akt: Akt, after: Subject) -> None:
    """Refuse another name or number under an assumed identity: the history would tie the two.

    Raises:
        NoOtherNameError
    """
    if level_of(akt) != "assumed_identity":
        return
    before = [each.value for each in akt.all(Subject)]
    if any(_who(each) != _who(after) for each in before):
        raise NoOtherNameError


def require_about_same(akt: Akt, said: Subject) -> None:
    """Refuse papers about another name or number in an akt under an assumed identity.

    Raises:
        NoTieError
    """
    if level_of(akt) != "assumed_identity" or not any(_who(said)):
        return
    for each in akt.all(Subject):
        if not (is_same_name(said.name, each.value.name) and _is_number_of(said, each.value)):
            raise NoTieError


def require_level(akt: Akt, value: ProtectedIdentity) -> None:
    """Refuse an assumed identity where an earlier name stands, or a link: a new akt is begun.

    Raises:
        NoTieError
    """
    if value.protected_as != "assumed_identity":
        return
    versions = (v for each in akt.all(Subject) for v in akt.history(Subject, each.record))
    told = tuple(version.content() for version in versions)
    is_renamed = any(len(_ever(told, name)) > 1 for name in ("name", "personal_number"))
    is_tied = bool(akt.all(ArrivedTogether)) or bool(akt.all(FileLink))
    if is_renamed or is_tied:
        raise NoTieError


def _ever(told: Iterable[Mapping[str, Any]], name: str) -> set[str]:
    return {str(each.get(name)) for each in told if each.get(name)}


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value that is made of texts, records, lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from texts_of(name)
            yield from texts_of(inner)
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for inner in value:
            yield from texts_of(inner)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_of(getattr(value, each.name))


_ORDER: tuple[Standing, ...] = (
    "none", "secrecy_marking", "unstated", "protected_registration", "assumed_identity"
)  # fmt: skip


def _known(akt: Akt) -> Iterator[Known]:
    for detail in akt.all(HiddenDetail):
        kind, place = detail.value.kind, detail.value.place
        is_number = kind == "room" and place.strip().isdecimal()
        yield Known(kind, sought(f"rum {place}\nroom {place}" if is_number else place))
    for contact in akt.all(SafeContact):
        for number in numbers_in(f"{contact.value.channel}\n{contact.value.note}"):
            yield Known("phone", sought(number))


def _is_number_of(said: Subject, known: Subject) -> bool:
    one, other = said.personal_number, known.personal_number
    return one == other or is_same(one, other)


def _who(subject: Subject) -> tuple[str, str]:
    return subject.name, subject.personal_number
