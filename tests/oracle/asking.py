# SPDX-License-Identifier: EUPL-1.2
"""The same answers to the engine, and what it says in the words of the second implementation."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle import circumstances, odara, static_stable
from tests.oracle.generate import choices, module_of
from tests.oracle.joining import DECISIONS, NUMBERS, Pair, names
from tests.oracle.outcome import Outcome
from workbench.instruments.answers import ItemAnswer
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.local_tables import MatrixCells, Proration, Supplied
from workbench.instruments.scoring import Evaluation, evaluate

STATES = ("dont-know", "declined", "postponed", "not-applicable")
DECIDED = {True: "met", False: "not-met", None: "open"}


class Asked:
    """One pair, with its names looked up once."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.names = names(pair)
        self.confirmed = assume_confirmed(pair.definition)

    def oracle(self, answers: Mapping, plain: Mapping) -> Outcome:
        """The second implementation's result."""
        module = module_of(self.pair.instrument)
        return module.evaluate(
            answers, **circumstances.given(module.__name__.rpartition(".")[2], plain)
        )

    def engine(self, answers: Mapping, plain: Mapping) -> Evaluation:
        """The engine's result."""
        given = {}
        for item, said in answers.items():
            if said is not None and item in self.names:
                answer = self._answer(self.names[item], said)
                if answer is not None:
                    given[self.names[item]] = answer
        given |= beside(self.pair, plain) | self._gate(answers)
        return evaluate(self.pair.definition, given, self.confirmed, **supplied(self.pair, plain))

    def _gate(self, answers: Mapping) -> dict[str, ItemAnswer]:
        """A form on which nothing was answered says so at its gate; any other goes on."""
        gates = [
            rule for rule in self.pair.rules("recode_gate", {}) if rule.gives == "not-answered"
        ]
        # Questions that nobody asked are no "did not answer": all of them have to be marked so.
        nothing = bool(gates) and all(
            answers.get(item) == "not-answered" for item in choices(self.pair.instrument)
        )
        made = {}
        for rule in gates:
            codes = self.pair.definition.by_id[rule.item].codes
            made[rule.item] = rule.code if nothing else next(c for c in codes if c != rule.code)
        return {item: ItemAnswer("value", code) for item, code in made.items()}

    def _answer(self, item: str, said: str) -> ItemAnswer | None:
        """A code; else the state, or nothing where the definition does not offer it."""
        known = self.pair.definition.by_id[item]
        table = self.pair.dialect.get("codes", {})
        code = table.get(item, table.get("all", {})).get(said, said)
        if said == "not-answered" and code not in known.codes:
            return None
        if code in known.codes or said not in STATES:
            return ItemAnswer("value", code)
        return ItemAnswer(code) if code in known.states else None


def beside(pair: Pair, plain: Mapping) -> dict[str, ItemAnswer]:
    """What stands beside the answers, in the items that the rules themselves name."""
    made: dict[str, str] = dict(pair.dialect.get("beside", {}))
    for rule in pair.rules("age_points", plain):
        made |= {rule.birth: _day(plain.get("born")), rule.at: _day(plain.get("release"))}
    judged = JUDGED.get(pair.instrument, ())
    for rule, (said, reason) in zip(pair.rules("judgement", plain), judged, strict=False):
        made |= {rule.item: plain.get(said) or "", rule.reason: plain.get(reason) or ""}
    population = pair.definition.table.population
    for each in population.includes if population else ():
        if each.item in plain:
            made[each.item] = plain[each.item] or ""
    for rule in pair.rules("rolling_window_count", plain):
        made |= _window(pair, rule, plain)
    return {item: ItemAnswer("value", text) for item, text in made.items() if text}


# The judgements of a form in the order of its rules: what was said, and why.
JUDGED = {
    "lap": [("belief", "reason")],
    "lap-2": [("belief", "reason")],
    "dash-ric-24": [("judged", "reason")],
}


def _window(pair: Pair, rule, plain: Mapping) -> dict[str, str]:
    """The events and the anchor of a window, backwards from a day or forwards from one."""
    if rule.direction == "before":
        kinds = bool(pair.definition.by_id[rule.events].choices)
        texts = [_dated(e.get("day"), e["kind"] if kinds else "") for e in plain["events"]]
        said = {each.item: plain.get("rising") or "" for each in rule.also}
        return {rule.events: " ".join(texts), rule.anchor: _day(plain["anchor"]), **said}
    texts = [_dated(day, "") for day in plain["further"]]
    return {rule.events: " ".join(texts), rule.anchor: _day(plain.get("last_contact"))}


def _dated(day: date | None, kind: str) -> str:
    return "/".join(filter(None, (_day(day) or "?", kind)))


def settled(pair: Pair, plain: Mapping) -> Mapping:
    """The same with what the definition itself decides: its profiles and its boundary."""
    profiles = pair.dialect.get("profiles", {})
    if profiles and plain["profile"] not in profiles:
        plain = {**plain, "profile": min(profiles)}
    windows = pair.rules("rolling_window_count", plain)
    if not windows:
        return plain
    return {**plain, "rising_reason": "grund", "boundary": windows[0].boundary}


def _day(said: date | int | None) -> str:
    if said is None:
        return ""
    return f"{said:04}" if isinstance(said, int) else said.isoformat()


def supplied(pair: Pair, plain: Mapping) -> dict[str, Any]:
    """Local tables and a profile, where the instrument takes them."""
    rules = pair.rules("published_table", plain)
    matrices = pair.rules("matrix", plain)
    profile = pair.profile(plain)
    if not rules and not matrices and not profile:
        return {}
    if matrices:
        return {"supplied": Supplied(_matrices(pair, matrices, plain))}
    grid = odara.GRIDS.get(plain.get("table"))
    tables = {
        rule.table: Proration(id=rule.table, by_unknown=_rows(grid)) for rule in rules if grid
    }
    return {"supplied": Supplied(tables, profile)}


def _matrices(pair: Pair, rules: list[Any], plain: Mapping) -> dict[str, MatrixCells]:
    """The same cells, under the names that the definition has for its two sides."""
    if "table" not in plain:
        return {}
    given, made = static_stable.MATRICES[plain["table"]], {}
    spoken = {**pair.dialect["bands"]}
    for rule in rules:
        cells: dict[str, dict[str, str]] = {}
        for (level, step), found in given.cells.items():
            cells.setdefault(spoken.get(level, level), {})[step] = spoken.get(found, found)
        other = pair.definition.rule(rule.b.rule).table
        made[rule.table] = MatrixCells(
            id=rule.table, a_table=given.static_levels, b_table=other, cells=cells
        )
    return made


def _rows(grid: Mapping[tuple[int, int], int]) -> list[list[int]]:
    """By number unknown, then by raw sum."""
    most = max(unknown for _, unknown in grid)
    return [
        [grid[raw, unknown] for raw in range(len(odara.ITEMS) + 1) if (raw, unknown) in grid]
        for unknown in range(most + 1)
    ]


def differences(
    asked: Asked, answers: Mapping, plain: Mapping, *, heard: Mapping | None = None
) -> list[str]:
    """What the two say differently of the same answers; `heard` is what only the engine is told."""
    plain = settled(asked.pair, plain)
    ours, theirs = asked.oracle(answers, plain), asked.engine(heard or answers, plain)
    if ours.status == "invalid-input" or theirs.is_invalid:
        same = (ours.status == "invalid-input") == theirs.is_invalid
        return [] if same else [f"{ours.status} / {theirs.faults}"]
    return [
        f"{name}: {mine} / {found}"
        for name, (mine, found) in _told(asked.pair, plain, ours, theirs).items()
        if mine != found
    ]


def _told(pair: Pair, plain: Mapping, ours: Outcome, theirs: Evaluation) -> dict[str, tuple]:
    """{what: (here, by the engine)}."""
    results = {result.id: result for result in theirs.results}
    told: dict[str, tuple] = {"flags": (set(ours.flags), _flags(theirs))}
    number = results.get(pair.rule("number", NUMBERS, plain))
    scope = ours.status == "out-of-scope"
    if number is not None:
        # (6.1) Where don't know is an answer the highest there could be is told by itself.
        highest = number.max if number.ceiling is None else number.ceiling
        shown = (number.value, number.min, highest)
        told["number"] = ((ours.value, ours.low, ours.high), shown)
        told["complete"] = (ours.value is not None, number.status == "computed")
        told["exact"] = (True, all(type(n) in (int, Fraction, type(None)) for n in shown))
        told["scope"] = (scope, number.status == "out-of-scope")
    level = results.get(pair.rule("level", ("bands",), plain)) or number
    if level is not None and "level" in pair.dialect:
        told["level"] = (ours.status, level.status)
    if level is not None and not pair.dialect.get("no_level"):
        told["band"] = (_word(pair, ours.band), level.band.code if level.band else None)
    decision = results.get(pair.rule("decision", DECISIONS, plain))
    if decision is not None and ours.status != "not-answered":
        mine = ours.decision if ours.decision in ("met", "not-met") else "open"
        told["decision"] = (mine, DECIDED[decision.value])
        if decision.criteria:
            told["status"] = (ours.status, decision.status)
    for part, rule in pair.dialect.get("parts", {}).items():
        if rule in results:
            told[part] = (_part(ours, part), results[rule].value)
    told["not-answered"] = (
        ours.status == "not-answered",
        any(result.status == "not-answered" for result in theirs.results),
    )
    return told


def _part(ours: Outcome, path: str) -> object:
    """A sub-result by its path ("own-physical.frequency"); met and not-met as true and false."""
    found: Any = {**ours.parts, **ours.criteria}
    for name in path.split("."):
        found = None if found is None else found[name]
    return (
        {"met": True, "not-met": False, "undecided": None, "incomplete": None}.get(found, found)
        if isinstance(found, str)
        else found
    )


def _word(pair: Pair, band: str | None) -> str | None:
    return pair.dialect.get("bands", {}).get(band, band)


def _flags(theirs: Evaluation) -> set[str]:
    return {getattr(flag, "id", flag) for flag in getattr(theirs, "flags", ())}
