# SPDX-License-Identifier: EUPL-1.2
"""Armor: the one spelling, with a bounded amount of white space around it."""

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bundles.age_failures import ArmorError
from workbench.bundles.armor import dearmored

BEGIN, END = b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"-----END AGE ENCRYPTED FILE-----\n"


def armored(content: bytes) -> bytes:
    text = base64.b64encode(content)
    lines = [text[i : i + 64] + b"\n" for i in range(0, len(text), 64)]
    return BEGIN + b"".join(lines) + END


@given(st.binary(max_size=400), st.sampled_from([b"\n", b"\r\n"]))
def test_any_content_comes_back(content: bytes, end_of_line: bytes) -> None:
    text = armored(content).replace(b"\n", end_of_line)

    assert dearmored(io.BytesIO(text)).read() == content


@pytest.mark.parametrize("blank", [b" ", b"\n", b"\t\r\n"])
def test_white_space_around_is_bounded(blank: bytes) -> None:
    few, many = blank * 200, blank * 2000

    assert dearmored(io.BytesIO(few + b"\n" + armored(b"hej") + few)).read() == b"hej"
    for text in (many + b"\n" + armored(b"hej"), armored(b"hej") + many):
        with pytest.raises(ArmorError):
            dearmored(io.BytesIO(text)).read()


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_and_never_crash(content: bytes) -> None:
    for text in (content + b".", BEGIN + content + b".", armored(content)[:-1] + content + b"."):
        with pytest.raises(ArmorError):
            dearmored(io.BytesIO(text)).read()
