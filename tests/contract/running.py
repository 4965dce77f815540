# SPDX-License-Identifier: EUPL-1.2
"""The command `workbench` as strangers run it: a process, its exit code, its two streams."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.contract.bearing import LONGEST_INPUT_BYTES, bearer
from tests.tools import ROOT

CODE = re.compile(r"[A-Z]+-[0-9]{2,3}")
SHA256 = re.compile(r"[0-9a-f]{64}")
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_SLOWEST_S = 60


def known_codes() -> set[str]:
    """Every code that has words."""
    found: set[str] = set()
    for path in (ROOT / "resources" / "errors").glob("*.toml"):
        found |= tomllib.loads(path.read_text(encoding="utf-8")).keys()
    return found


@dataclass(frozen=True)
class Done:
    """What a process left behind."""

    code: int
    out: bytes
    err: str

    def printed(self) -> dict:
        """The one JSON object on the one line that a verb that is done prints."""
        assert self.code == 0, self.err
        return self.object()

    def object(self) -> dict:
        """The one JSON object on stdout, whatever the exit code."""
        text = self.out.decode("utf-8")
        assert text.endswith("\n")
        assert len(text.splitlines()) == 1, text
        parsed = json.loads(text, parse_float=_no_float)
        assert isinstance(parsed, dict)
        return parsed

    def refusal(self) -> str:
        """The code of a refusal that printed nothing on stdout."""
        assert self.out == b""
        return self.refusal_after_printing()

    def refusal_after_printing(self) -> str:
        """The code of a refusal; the last line on stderr is `CODE message`."""
        assert self.code == 1, (self.code, self.err)
        last = self.err.rstrip("\n").split("\n")[-1]
        code, _space, message = last.partition(" ")
        assert CODE.fullmatch(code), self.err
        assert code in known_codes()
        assert message.strip()
        assert "Traceback" not in self.err
        return code


def _no_float(text: str) -> None:
    raise AssertionError(f"a float in the output: {text}")


@dataclass
class Program:
    """Runs verbs with a state folder of their own; `is_cheap`: passphrases cost 8 MiB."""

    state: Path
    home: Path
    extra: dict[str, str] = field(default_factory=dict)
    is_cheap: bool = True

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of who runs the tests but where programs lie; no display."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "VARN_STATE_DIR": str(self.state),
            "PYTHONPATH": str(ROOT),
            **self.extra,
        }

    def __call__(
        self,
        *arguments: str | bytes | Path,
        stdin: bytes = b"",
        folder: Path | None = None,
        json_wanted: bool = True,
    ) -> Done:
        given = [*arguments, *(["--json"] if json_wanted else [])]
        if self.is_cheap and not self.extra and len(stdin) <= LONGEST_INPUT_BYTES:
            around, at = self.environment, folder or self.home
            code, out, err = bearer().done(given, stdin, around, at, _SLOWEST_S)
            return Done(code, out, err.decode("utf-8"))
        made = subprocess.run(
            self.command(*given),
            input=stdin,
            capture_output=True,
            env=self.environment,
            cwd=folder or self.home,
            timeout=_SLOWEST_S,
            check=False,
        )
        return Done(made.returncode, made.stdout, made.stderr.decode("utf-8"))

    def command(self, *arguments: str | bytes | Path) -> list[str | bytes | Path]:
        module = "tests.contract.cheaply" if self.is_cheap else "workbench"
        return [sys.executable, "-m", module, *arguments]


_LOG = frozenset({"house.db", "register.db"})


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder: its name and the hash of its bytes; folders as such."""
    return {
        str(path.relative_to(folder)): _digest(path) if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def beside_the_log(folder: Path) -> dict[str, str]:
    """A vault's `tree`, but for what an unlock writes: its entry, and that the register heard."""
    return {name: kept for name, kept in tree(folder).items() if name not in _LOG}


def readable_by_others(folder: Path) -> list[str]:
    """Files and folders that somebody other than their owner may enter, read or write."""
    return [str(path) for path in _all(folder) if path.stat().st_mode & 0o077]


def _all(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.rglob("*")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
