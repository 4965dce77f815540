# SPDX-License-Identifier: EUPL-1.2
"""`make evidence`: the long campaigns, and their figures into docs/evidence.md.

python -m tests.evidence [name...] [--scale N] [--share K/N] [--workers N] [--page FILE]

`--scale 0.01` is the smoke form; `--share 2/4` does every fourth promise from the second on. A run of less than the whole is printed and not written,
unless `--page` says where. Exit 1 when a promise does not hold.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

from tests.evidence import page
from tests.evidence.campaign import SHOWN, Campaign, Row, pool_of, run

NAMES = (
    "age",
    "bundle",
    "copy_files",
    "danger_assessment",
    "disk_full",
    "instruments",
    "journal",
    "kill",
    "many_cases",
    "memory",
    "mutation",
    "power",
    "vault_files",
)
WHOLE = (0, None, 1)


def main(arguments: list[str]) -> int:
    """Run what is asked for; the number of the exit."""
    asked = _parser().parse_args(arguments)
    names = tuple(asked.names) or NAMES
    around = page.Circumstances.now(asked.names, asked.scale)
    print(around.line(), flush=True)
    is_whole = asked.scale >= 1 and asked.share == WHOLE
    target = asked.page or (page.PAGE if is_whole else None)
    found: dict[str, list[Row]] = {}
    with pool_of(asked.workers) as pool:
        for name in names:
            campaigns, found[name] = campaigns_of(name)[slice(*asked.share)], []
            for campaign in campaigns:
                found[name].append(_row(name, campaign, asked.scale, pool))
                if target is not None:  # at once: the next one may take an hour, or be cut off
                    told = page.section(name, found[name], around, of=len(campaigns))
                    page.write(target, {name: told})
    return verdict(found)


def verdict(found: Mapping[str, Sequence[Row]]) -> int:
    """Say which campaigns failed; 1 if any did."""
    failed = [name for name, rows in found.items() if not all(row.holds for row in rows)]
    print(f"broken: {', '.join(failed)}" if failed else "every promise held")
    return 1 if failed else 0


def campaigns_of(name: str) -> tuple[Campaign, ...]:
    """The promises that one section is about."""
    found = importlib.import_module(f"tests.evidence.{name}").CAMPAIGNS
    assert isinstance(found, tuple)
    return found


def _row(name: str, campaign: Campaign, scale: float, pool: Executor | None) -> Row:
    row = run(campaign, scale, pool)
    print(f"{name}: {row.promise}: {row.how_many} in {row.seconds:.0f} s", flush=True)
    print(f"    {row.result}", flush=True)
    for example in row.tally.broken[:SHOWN]:
        print(f"    BROKEN {example}", flush=True)
    return row


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evidence")
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="name")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--share", type=_share, default=WHOLE, metavar="K/N")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--page", type=Path)
    return parser


def _share(text: str) -> tuple[int, None, int]:
    first, _, step = text.partition("/")
    return int(first) - 1, None, int(step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
