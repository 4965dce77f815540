# SPDX-License-Identifier: EUPL-1.2
"""Answer sets of every temper, and what stands beside them, from a seeded generator."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from importlib import import_module
from random import Random
from types import ModuleType

from tests.oracle import danger_assessment_5, odara, stable_2007, static_99r, static_stable, wast

# Where an instrument has several rules under one id, each is an edition of its own here.
EDITIONS: Mapping[str, tuple[str | None, ...]] = {
    "hits": (None,),
    "hark": (None,),
    "casr-sf": (None,),
    "wast": tuple(wast.CODINGS),
    "aas": (None,),
    "cas-30": (None,),
    "cts2": ("0", "8"),
    "danger-assessment": (None,),
    "danger-assessment-5": tuple(danger_assessment_5.FIFTH),
    "dash-ric-24": (None,),
    "odara": (None,),
    "static-99r": tuple(static_99r.LEVELS),
    "stable-2007": (None,),
    "static-stable": tuple(static_99r.LEVELS),
    "lap": (None,),
    "lap-2": (None,),
}
STATES = (None, "dont-know", "declined", "postponed")
YES_NO = ("no", "yes")


def module_of(instrument: str) -> ModuleType:
    """The second implementation of an instrument."""
    return import_module(f"tests.oracle.{instrument.replace('-', '_')}")


def choices(instrument: str, edition: str | None = None) -> dict[str, tuple[str, ...]]:
    """{item: codes from mild to grave} of everything that can be answered."""
    module = module_of(instrument)
    if instrument == "static-stable":
        totals = ("0", "1", "3", "4", "7", "11", "12", "20", str(static_stable.MOST))
        words = static_stable.words(edition or "levels-2016")
        return {static_stable.LEVEL: words, static_stable.TOTAL: totals}
    if instrument in _OWN:
        return _OWN[instrument]()
    if instrument == "wast":
        return dict.fromkeys(wast.ITEMS, wast.CODINGS[edition or "coding-1-3"][0])
    if instrument == "danger-assessment-5":
        return dict.fromkeys(module.items(edition or "strangulation-2017"), YES_NO)
    if instrument == "cts2":
        never = edition or "0"
        return dict.fromkeys(module.ITEMS, (never, "7", "1", "2", "3", "4", "5", "6"))
    codes = tuple(sorted(getattr(module, "CODES", YES_NO)))
    return dict.fromkeys(module.ITEMS, codes)


def _casr_sf() -> dict[str, tuple[str, ...]]:
    module = module_of("casr-sf")
    return {module.GATE: ("no", "yes", "yes", "yes"), **dict.fromkeys(module.ITEMS, module.CODES)}


def _dash() -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(module_of("dash-ric-24").ITEMS, ("no", "dont-know", "yes"))


def _lap() -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(module_of("lap").ITEMS, ("no", "not-answered", "yes"))


def _odara() -> dict[str, tuple[str, ...]]:
    included = dict.fromkeys(odara.INCLUSION, ("yes",) * 30 + ("no",))
    parts = dict.fromkeys((*odara.SUBSTANCE, *odara.BARRIERS), ("no", "?", "yes"))
    whole = {item: ("0", "?", "1") for item in odara.ITEMS if item not in ("q08", "q11", "q13")}
    return {**included, **whole, odara.CHILDREN: ("0", "1", "?", "2", "3"), **parts}


def _static() -> dict[str, tuple[str, ...]]:
    numbers = {
        "q05-charges": ("0", "1", "2", "3", "5", "6", "9"),
        "q05-convictions": ("0", "1", "2", "3", "4", "7"),
        "q06": ("0", "1", "3", "4", "8"),
    }
    plain = dict.fromkeys(static_99r.ITEMS, ("0", "1"))
    return {**plain, "q02": ("yes", "no"), **numbers}


def _stable() -> dict[str, tuple[str, ...]]:
    steps = dict.fromkeys(stable_2007.ITEMS, stable_2007.STEPS)
    return {
        **steps,
        stable_2007.ONLY_WITH_CHILD_VICTIMS: (stable_2007.NOT_APPLICABLE, *stable_2007.STEPS),
        stable_2007.CHILD_VICTIMS: YES_NO,
    }


_OWN = {
    "casr-sf": _casr_sf,
    "dash-ric-24": _dash,
    "lap": _lap,
    "lap-2": _lap,
    "odara": _odara,
    "static-99r": _static,
    "stable-2007": _stable,
}


def answers(instrument: str, random: Random, edition: str | None = None) -> dict[str, str | None]:
    """Nearly all grave or nearly all mild, whole or mostly without a value; some contradict."""
    if instrument in ("lap", "lap-2") and random.random() < 0.02:
        return dict.fromkeys(choices(instrument), "not-answered")
    unknown = random.choice((0, 0, 0.02, 0.1, 0.5, 0.9))
    grave = random.random()
    made = {}
    for item, codes in choices(instrument, edition).items():
        if random.random() >= unknown:
            made[item] = _drawn(codes, grave, random)
        elif random.random() < 0.5:
            made[item] = random.choice(_states(codes))
    return made


def _drawn(codes: Sequence[str], grave: float, random: Random) -> str:
    if len(codes) > 2 and random.random() < 0.2:
        return random.choice(codes)
    last = len(codes) - 1
    return codes[sum(random.random() < grave for _ in range(last))]


def _states(codes: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(state for state in STATES if state not in codes)


def beside(instrument: str, random: Random, edition: str | None = None) -> dict[str, object]:
    """Plain data for `circumstances.given`: dates, reasons, versions, tables."""
    made = _BESIDE.get(instrument, lambda _: {})(random)
    name = {"wast": "version", "danger-assessment-5": "version", "cts2": "never_code"}
    name["static-99r"] = name["static-stable"] = "levels"
    if edition is not None:
        made[name[instrument]] = edition
    return made


def _day_near(day: date, random: Random) -> date:
    """On the day, beside it, or anywhere within two years."""
    return day + timedelta(days=random.choice((-1, 0, 1, random.randint(-700, 700))))


def _static_dates(random: Random) -> dict[str, object]:
    release = date(random.randint(2000, 2030), 1, 1) + timedelta(days=random.randrange(366))
    if random.random() < 0.1:
        release = date(random.choice((2023, 2024)), 2, 28) + timedelta(days=random.randrange(3))
    age = random.choice((18, 35, 40, 60, random.randint(15, 80)))
    born = _day_near(_same_day(release, release.year - age), random)
    sex = random.choice(("male",) * 12 + ("female", None))
    made = {"born": born, "release": release, "sex": sex}
    if random.random() < 0.15:
        made["born"] = born.year
    elif random.random() < 0.05:
        del made["born"]
    return made


def _same_day(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28))


def _dash_around(random: Random) -> dict[str, object]:
    anchor = random.choice((date(2025, 3, 10), date(2024, 2, 29), date(2025, 2, 28)))
    anchor += timedelta(days=random.choice((0, 0, random.randrange(400))))
    start = _same_day(anchor, anchor.year - 1)
    made = {
        "profile": random.choice(("national", "kingston")),
        "boundary": random.choice(("include", "exclude")),
        "anchor": anchor,
        "events": [_event(start, anchor, random) for _ in range(random.randrange(8))],
        "further": [_again(anchor, random) for _ in range(random.randrange(3))],
    }
    if random.random() < 0.5:
        made["last_contact"] = _day_near(_same_day(start, start.year), random)
    for said, reason in (("judged", "reason"), ("rising", "rising_reason")):
        if random.random() < 0.4:
            made[said] = random.choice(YES_NO)
            made[reason] = random.choice(("", "grund"))
    return made


def _again(anchor: date, random: Random) -> date | None:
    return None if random.random() < 0.15 else _day_near(anchor, random)


def _event(start: date, anchor: date, random: Random) -> dict[str, object]:
    made = {"kind": random.choice(("incident", "crime"))}
    if random.random() < 0.85:
        made["day"] = min(_day_near(start, random), anchor)
    return made


def _belief(random: Random) -> dict[str, object]:
    return random.choice(
        ({}, {"belief": "no"}, {"belief": "yes"}, {"belief": "yes", "reason": "grund"})
    )


def _table(random: Random) -> dict[str, object]:
    name = random.choice((None, *odara.GRIDS))
    return {} if name is None else {"table": name}


def _matrix(random: Random) -> dict[str, object]:
    """Now and then none; half of them read levels of the other edition."""
    return {"table": random.choice(tuple(static_stable.MATRICES))} if random.random() < 0.9 else {}


_BESIDE = {
    "static-99r": _static_dates,
    "dash-ric-24": _dash_around,
    "lap": lambda random: dict(_belief(random)),
    "lap-2": lambda random: dict(_belief(random)),
    "odara": _table,
    "static-stable": _matrix,
    "cas-30": lambda random: {"profile": random.choice(("general", "study"))},
}
