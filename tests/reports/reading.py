# SPDX-License-Identifier: EUPL-1.2
"""Reading a paper back, with a program that is not ours."""

import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from tests.tools import require


def squeezed(text: str) -> str:
    """Without any blank: where a line breaks says nothing about the text."""
    return "".join(text.split())


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it stands in the file."""
    require("pdftotext")
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def body(pdf: bytes, *furniture: str) -> str:
    """All the text, squeezed, without what stands outside the text of every page."""
    read = [squeezed(page) for page in pages(pdf)]
    whole = ""
    for number, page in enumerate(read, start=1):
        counted = (f"Sida {number} av {len(read)}", f"Page {number} of {len(read)}")
        text = page
        for outside in (*furniture, *counted):
            text = text.replace(squeezed(outside), "")
        whole += text
    return whole


def strings(value: Any) -> Iterator[str]:
    """Every text of a document, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from strings(getattr(value, one.name))
