# SPDX-License-Identifier: EUPL-1.2
"""Three organisations with real vaults, made once by the command line, copied for every test."""

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.contract.running import Program

PASSPHRASES = {"shelter": "", "municipality": "", "stranger": "tofs karneval sjumil bläck"}


@dataclass(frozen=True)
class Organisations:
    """`shelter` has an akt and a sealed bundle; `municipality` accepted it; `stranger` is new.

    Shelter and stranger have exchanged cards: the shelter typed the stranger's digits and the
    other way round.
    """

    root: Path
    case: str
    bundle: Path
    stranger_card: str
    shelter_card: str

    def vault(self, name: str) -> Path:
        return self.root / name

    def key(self, name: str) -> tuple[str, Path]:
        """The option that unlocks."""
        return ("--passphrase-file", self.root / f"{name}.passphrase")


def _made(root: Path, program: Program) -> Organisations:
    told = json.loads(program("demo", "--no-window", "--out", root).out)
    (root / "stranger.passphrase").write_text(
        PASSPHRASES["stranger"] + "\nnot this line\n", encoding="utf-8"
    )
    key = {name: ("--passphrase-file", root / f"{name}.passphrase") for name in PASSPHRASES}
    program(
        "vault", "create", root / "stranger", "--org", "Kommun C", "--user", "Cia Ceder",
        *key["stranger"], "--recovery-out", root / "recovery",
    ).printed()  # fmt: skip
    cards, digits = {}, {}
    for name in ("shelter", "stranger"):
        card = root / f"{name}.card"
        digits[name] = program("card", "export", root / name, card, *key[name]).printed()["digits"]
        cards[name] = card
    kept = {}
    for name, other in (("shelter", "stranger"), ("stranger", "shelter")):
        verb = ("card", "import", root / name, cards[other], *key[name])
        kept[other] = program(*verb, "--digits", digits[other]).printed()["card"]
    cases = [path.stem for path in (root / "shelter" / "cases").glob("*.db")]
    bundle = Path(told["bundle"])
    return Organisations(root, cases[0], bundle, kept["stranger"], kept["shelter"])


@pytest.fixture(scope="session")
def original(tmp_path_factory) -> Organisations:
    home = tmp_path_factory.mktemp("home")
    program = Program(home / "state", home)
    return _made(home / "made", program)


@pytest.fixture
def program(tmp_path) -> Program:
    home = tmp_path / "home"
    home.mkdir()
    return Program(tmp_path / "state", home)


@pytest.fixture
def real_program(program) -> Program:
    """With passphrases that cost what they cost."""
    return replace(program, is_cheap=False)


@pytest.fixture
def orgs(original, tmp_path) -> Organisations:
    """A copy of one's own, which no installation has seen before."""
    root = tmp_path / "orgs"
    shutil.copytree(original.root, root)
    bundle = root / original.bundle.relative_to(original.root)
    return Organisations(root, original.case, bundle, original.stranger_card, original.shelter_card)


@pytest.fixture
def sealed(orgs, program, tmp_path):
    """A bundle from the shelter to the stranger, and what was printed of it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    return program(*seal_verb(orgs, stick)).printed()


def seal_verb(orgs: Organisations, stick: Path, **changed: str | Path) -> list[str | Path]:
    """`bundle seal` from the shelter to the stranger, with options changed."""
    options = {
        "--vault": orgs.vault("shelter"),
        "--passphrase-file": orgs.key("shelter")[1],
        "--case": orgs.case,
        "--to": orgs.stranger_card,
        "--ground": "consent",
        "--purpose": "referral",
        "--out": stick,
    }
    options |= {"--" + name.replace("_", "-"): value for name, value in changed.items()}
    return ["bundle", "seal", *(part for pair in options.items() for part in pair)]
