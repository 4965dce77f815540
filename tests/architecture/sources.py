# SPDX-License-Identifier: EUPL-1.2
"""Our own sources as trees: what the architecture tests look at."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.tools import ROOT

PACKAGE = ROOT / "workbench"


@dataclass(frozen=True)
class Source:
    """One file of Python."""

    path: Path

    @property
    def name(self) -> str:
        """Where it lies below the root."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def room(self) -> str:
        """The part of the package that it belongs to."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def _walked(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        return (node for node in self._walked if isinstance(node, kinds))

    def imports(self) -> set[str]:
        """Every module that is imported anywhere in the file."""
        found: set[str] = set()
        for node in self.nodes(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        return found


@cache
def package() -> tuple[Source, ...]:
    """Every file of the program, read once."""
    return tuple(Source(path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def everything() -> tuple[Source, ...]:
    """Every file of the program, its tests and its tools, read once."""
    others = [path for at in ("tests", "tools") for path in sorted((ROOT / at).rglob("*.py"))]
    return (*package(), *map(Source, others))
