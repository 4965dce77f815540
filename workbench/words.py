# SPDX-License-Identifier: EUPL-1.2
"""Words on screen, paper and command line.

Message ids are English; Swedish is complete and the default whatever the locale. A room calls
`_()` at run time, never in a constant, so that the language can be chosen once at start.
The texts of error codes are data of their own: `resources/errors/<prefix>.toml`.
"""

from collections.abc import Callable
from functools import cache
from struct import unpack_from
from typing import Literal, NamedTuple

from workbench.assets import resource
from workbench.domain.errors import WorkbenchError

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
_COUNT_AT, _ENTRY_BYTES = 8, 8
"""Of a compiled catalogue (.mo): after its magic number and revision; a length and a place."""


class _Speaker:
    """The language chosen for this process."""

    def __init__(self) -> None:
        self.language: Language = "sv"


_speaker = _Speaker()


def speak(language: Language) -> None:
    """Choose the language for this process, once, at start."""
    _speaker.language = language


def language() -> Language:
    """The language that this process speaks."""
    return _speaker.language


def _(message: str) -> str:
    """`message` (English) in the chosen language."""
    return _catalogue(_speaker.language).gettext(message)


def speech(language: Language) -> Callable[[str], str]:
    """`_` for one language, whatever the process speaks: a paper may be in the other one."""
    return _catalogue(language).gettext


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a message that fits the number `n`."""
    return _catalogue(_speaker.language).ngettext(one, many, n)


class ErrorText(NamedTuple):
    """What a person reads when a code meets them."""

    code: str
    what: str
    remedy: str


def error_text(error: WorkbenchError) -> ErrorText:
    """The words of an expected failure; facts fill the `{places}` of its template."""
    entry = error_entries().get(error.code, {})
    lang = _speaker.language
    facts = {key: str(value) for key, value in error.facts.items()}
    if "file" in facts:
        facts["kind"] = _kind_of(facts["file"])
    return ErrorText(
        code=error.code,
        what=_fill(entry.get(f"what_{lang}", error.code), facts),
        remedy=_fill(entry.get(f"remedy_{lang}", ""), facts),
    )


def _kind_of(file: str) -> str:
    """What a file is for a person; its name says it to nobody."""
    name = file.rpartition("/")[2]
    kinds = {
        "vault.slots": _("the list of users"),
        "register.db": _("the register of case files"),
        "house.db": _("the organisation's log"),
        "house.keys": _("the keys to the organisation's log"),
        "mailbox.keys": _("the organisation's keys for bundles"),
        "vault.erased": _("the list of what was disposed of"),
    }
    if name in kinds:
        return kinds[name]
    by_ending = {"db": _("a case file"), "keys": _("the keys to a case file")}
    return by_ending.get(name.rpartition(".")[2], _("a file"))


@cache
def error_entries() -> dict[str, dict[str, str]]:
    """Code -> {what_sv, what_en, remedy_sv, remedy_en, cause} of every error file."""
    import tomllib  # noqa: PLC0415  measured: 3 ms that the first paint need not wait for

    entries: dict[str, dict[str, str]] = {}
    for path in sorted(resource("errors").glob("*.toml")):
        entries.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return entries


def _fill(template: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        template = template.replace("{" + name + "}", value)
    return template


class _Compiled:
    """A compiled catalogue, looked up in place: its ids are sorted.

    Measured: the standard reader goes through all of it, 5 ms and growing with every page, before
    the first paint.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._count, self._ids, self._texts = unpack_from("<III", content, _COUNT_AT)
        self._found: dict[str, str | None] = {}

    def gettext(self, message: str) -> str:
        """`message` in this language, or itself."""
        return self._find(message) or message

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for `n`: one, or any other number, in every language we have."""
        forms = self._find(f"{one}\0{many}")
        return (forms.split("\0") if forms else (one, many))[n != 1]

    def _find(self, sought: str) -> str | None:
        if sought not in self._found:
            self._found[sought] = self._look_up(sought.encode())
        return self._found[sought]

    def _look_up(self, sought: bytes) -> str | None:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._entry(self._ids, middle)
            if found == sought:
                return self._entry(self._texts, middle).decode()
            low, high = (middle + 1, high) if found < sought else (low, middle)
        return None

    def _entry(self, table: int, number: int) -> bytes:
        length, start = unpack_from("<II", self._content, table + _ENTRY_BYTES * number)
        return self._content[start : start + length]


@cache
def _catalogue(lang: Language) -> _Compiled:
    """English is the ids themselves."""
    if lang == "en":
        return _Compiled(bytes(_COUNT_AT + 12))
    return _Compiled(resource("locale", lang, "LC_MESSAGES", "workbench.mo").read_bytes())
