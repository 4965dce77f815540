# SPDX-License-Identifier: EUPL-1.2
"""A house's life by the command line, every process traced: from its vault's making to an erasing.

In a home of its own, with places for temporary and other files of its own, so that whatever is
written anywhere is seen.
"""

import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability import planting
from tests.reliability.footprints import Done, Footprint
from tests.tools import ROOT

ORGANISATION, FOUNDER = "Jouren i Påhittsta", "Sten Skyddsson"
SECOND, THIRD = "Berit Bedömare", "Göran Granskeby"
FIRST_KEY = "tofs karneval sjumil bläck"
WHY_GRANTED = "Berit går in på natten när Sten är ledig."
WHY_REMOVED = "Göran har bytt arbetsplats till Låtsasköping."
WHY_SALVAGED = "Disken föll i golvet i Exempelby."
WHY_ERASED = "Handlingarna har gallrats enligt plan P-17."
WHY_EXPORTED = "Överlämnas till arkivet i Låtsasköping."
TOLD = (
    *(ORGANISATION, FOUNDER, SECOND, THIRD),
    *(WHY_GRANTED, WHY_REMOVED, WHY_SALVAGED, WHY_ERASED, WHY_EXPORTED),
)
"""Entered about the house: sealed too, but some of it is said on what was asked for."""


@dataclass
class House:
    """Where everything lies, and what was left of every process."""

    root: Path
    log: Path
    footprint: Footprint = field(default_factory=Footprint)
    errors: list[bytes] = field(default_factory=list)
    case: str = ""
    other: str = ""

    def __post_init__(self) -> None:
        folders = ("home", "tmp", "work", "secrets", "asked", "medium")
        for folder in (*folders, *self.usual.values()):
            (self.root / folder).mkdir(parents=True)

    @property
    def usual(self) -> dict[str, str]:
        """The usual places of the system, each below the root."""
        named = ("CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "DATA_HOME", "RUNTIME_DIR")
        return {f"XDG_{name}": f"xdg/{name.lower()}" for name in named}

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of who runs the tests; Python keeps no compiled modules beside the program."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "tmp"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            **{name: str(self.root / folder) for name, folder in self.usual.items()},
        }

    @property
    def vault(self) -> Path:
        return self.root / "work" / "vault"

    @property
    def medium(self) -> Path:
        return self.root / "medium"

    def secret(self, name: str) -> Path:
        """A file that holds a passphrase or a code, because it was asked for."""
        return self.root / "secrets" / name

    def asked(self, name: str = "") -> Path:
        """What was asked for in plain."""
        return self.root / "asked" / name

    def key(self, name: str, place: int = 1) -> tuple[str | Path, ...]:
        return ("--passphrase-file", self.secret(name), "--place", str(place))

    def run(self, module: str, *arguments: str | Path) -> Done:
        command = [sys.executable, "-m", module, *arguments]
        done = self.footprint.run(command, self.log, self.environment, self.root / "work")
        self.errors.append(done.err)
        return done

    def does(self, *verb: str | Path) -> dict:
        """A verb that is done; what it printed."""
        done = self.run("tests.contract.cheaply", "vault", *verb, "--json")
        assert done.code == 0, (verb, done.err.decode())
        return json.loads(done.out)

    def refuses(self, *verb: str | Path) -> str:
        """A verb that is refused; its code."""
        done = self.run("tests.contract.cheaply", "vault", *verb, "--json")
        assert done.code == 1, verb
        return done.err.decode().rstrip().split("\n")[-1].split(" ")[0]


def live(house: House) -> None:
    """The whole of it."""
    _begin(house)
    _plant(house)
    _copy(house)
    _come_back(house)
    _salvage(house)
    _end(house)


def _begin(house: House) -> None:
    house.secret("first").write_text(FIRST_KEY + "\n", encoding="utf-8")
    key = house.key("first")
    house.does("create", house.vault, "--org", ORGANISATION, "--user", FOUNDER, *key[:2],
               "--recovery-out", house.secret("code"))  # fmt: skip
    for name, roles in ((SECOND, "administrator,practitioner,log-reviewer"),
                        (THIRD, "practitioner")):  # fmt: skip
        out = house.secret(name.split()[0])
        house.does("users", "add", house.vault, *key, "--name", name, "--roles", roles,
                   "--new-passphrase-out", out)  # fmt: skip


def _plant(house: House) -> None:
    where = (house.vault, house.secret("first"), "1", house.asked())
    done = house.run(planting.__name__, *where)
    assert done.code == 0, done.err.decode()
    told = json.loads(done.out)
    house.case, house.other = told["case"], told["other"]
    for case, place in ((house.case, "2"), (house.case, "3"), (house.other, "2")):
        house.does("grant", house.vault, *house.key("first"), "--case", case, "--to-place", place,
                   "--reason", WHY_GRANTED)  # fmt: skip
    where = (house.vault, house.secret("Berit"), "2", house.asked(), house.case)
    assert house.run(planting.__name__, *where).code == 9


def _copy(house: House) -> None:
    key = house.key("first")
    house.does("backup", house.vault, "--to", house.medium, "--same-disk", *key)
    house.does("check-backup", house.vault, "--from", house.medium, *house.key("Berit", 2))
    house.does("restore", "--from", house.medium, "--to", house.vault, *key, "--rehearse")


def _come_back(house: House) -> None:
    key, code = house.key("first"), ("--recovery-file", house.secret("code"))
    house.does("drill", house.vault, *code, *key)
    house.does("drill", house.vault, *code, *key, "--medium", house.medium)
    new = ("--place", "2", "--new-passphrase-out", house.secret("Berit2"))
    house.does("recover", house.vault, *code, *new)
    assert house.refuses("verify", house.vault, *house.key("Berit", 2)) == "VAULT-001"
    outs = [house.secret(name) for name in ("code1", "code2", "code3")]
    house.does("recovery-code", house.vault, *key, "--two-of-three", "--out", outs[0],
               "--out2", outs[1], "--out3", outs[2])  # fmt: skip


def _salvage(house: House) -> None:
    """An akt's pages are damaged after a copy was made: what verifies, then the copy put back."""
    key = house.key("first")
    house.does("backup", house.vault, "--to", house.medium, "--same-disk", *key)
    akt = house.vault / "cases" / f"{house.case}.db"
    content = bytearray(akt.read_bytes())
    for page in range(5, 8):
        content[page * 4096 + 100] ^= 1
    akt.write_bytes(content)
    assert house.refuses("verify", house.vault, *key) == "VAULT-006"
    told = house.does("salvage", house.vault, *key, "--case", house.case, "--reason", WHY_SALVAGED,
                      "--out", house.asked("salvage.json"))  # fmt: skip
    assert told["entries"] > 0
    assert house.does("restore", "--from", house.medium, "--to", house.vault, *key)["left_aside"]


def _end(house: House) -> None:
    key = house.key("first")
    whom = ("--to-place", "3", "--reason", WHY_REMOVED)
    house.does("users", "remove", house.vault, *key, *whom)
    house.does("users", "list", house.vault, *key)
    second = ("--second-place", "2", "--second-passphrase-file", house.secret("Berit2"))
    erased = house.does(
        "erase", house.vault, *key, "--case", house.other, "--level", "E1", "--ground", "own-rule",
        "--reason", WHY_ERASED, "--no-exceptions", "--seen-open", *second,
        "--certificate", house.asked("certificate.pdf"),
    )  # fmt: skip
    assert erased["state"] == "erased"
    house.does("export-open", house.vault, *key, "--out", house.asked("copy"),
               "--reason", WHY_EXPORTED)  # fmt: skip
    house.does("backup", house.vault, "--to", house.medium, "--same-disk", *key)
    assert house.does("verify", house.vault, *house.key("Berit2", 2))["ok"]
