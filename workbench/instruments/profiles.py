# SPDX-License-Identifier: EUPL-1.2
"""A profile is a whole rule of one area or edition. None is on by itself.

Items that are read only for a profile are asked only when it is chosen: without it nothing would
ever use their answers. Answers that were given before stay in the journal, like those of any
hidden item.
"""

from dataclasses import replace
from functools import lru_cache

from workbench.instruments.definition import Definition, Language
from workbench.instruments.references import items_read


def profiles_of(definition: Definition) -> tuple[str, ...]:
    """The profiles that can be chosen, in the order of the definition."""
    return tuple(profile.id for profile in definition.table.profiles)


def profile_label(definition: Definition, profile: str, lang: Language) -> str:
    """What a profile is called."""
    return definition.labels[lang].profiles.get(profile, profile)


@lru_cache(maxsize=64)
def for_profile(definition: Definition, profile: str) -> Definition:
    """The definition with the items that are asked under a profile ("": none is chosen).

    Rules, hashes and pin are the same. The same object each time: what is worked out is kept by it.
    """
    if not definition.table.profiles:
        return definition
    belongs, read = set[str](), set[str]()
    for rule in definition.rules:
        is_on = rule.profile is None or rule.profile == profile
        (read if is_on else belongs).update(items_read(rule))
    left_out = belongs - read
    items = tuple(item for item in definition.items if item.id not in left_out)
    return replace(definition, items=items)


def asked_as(definition: Definition, other: Definition) -> Definition:
    """With no other items than the other has: both are made of the same definition."""
    asked = {item.id for item in other.items}
    return replace(definition, items=tuple(i for i in definition.items if i.id in asked))
