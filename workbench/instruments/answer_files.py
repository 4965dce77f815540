# SPDX-License-Identifier: EUPL-1.2
"""Read answers from JSON: `{"answers": {ITEM: CODE or STATE, or {COLUMN: CODE}}}`.

A choice of the same name wins over a state. An absent item is unanswered, an absent column not
yet coded. Numbers, null and anything else are of the wrong type; nothing is guessed.
"""

import json
from collections.abc import Mapping

from workbench.instruments import errors
from workbench.instruments.answers import OFFERED_STATES, Given, ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition

LARGEST_ANSWERS = 1_048_576
_KEY = "answers"


def read_answers(definition: Definition, untrusted: bytes) -> dict[str, Given]:
    """The answers of a file. Unknown items and codes are kept: the evaluation names them.

    Raises:
        AnswersTooLargeError: more bytes than any set of answers has.
        NotJsonError, DuplicateKeyError, WrongTypeError: what the names say.
    """
    if len(untrusted) > LARGEST_ANSWERS:
        raise errors.AnswersTooLargeError(limit=LARGEST_ANSWERS)
    document = _parsed(untrusted)
    if not isinstance(document, dict) or document.keys() != {_KEY}:
        raise errors.WrongTypeError
    answers = document[_KEY]
    if not isinstance(answers, dict):
        raise errors.WrongTypeError
    return {item: _given(definition, item, answer) for item, answer in answers.items()}


def _parsed(untrusted: bytes) -> object:
    twice: list[str] = []

    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        table = dict(found)
        if len(table) < len(found):
            twice.append("")
        return table

    try:
        document: object = json.loads(
            untrusted.decode("utf-8"),
            object_pairs_hook=pairs,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_no_constant,
        )
    except RecursionError:
        raise errors.WrongTypeError from None
    except ValueError:
        raise errors.NotJsonError from None
    if twice:
        raise errors.DuplicateKeyError
    return document


def _number(_digits: str) -> None:
    """No answer is a number, so none is ever built: not the longest, not a float."""


def _no_constant(_name: str) -> None:
    raise ValueError


def _given(definition: Definition, item: str, answer: object) -> Given:
    if definition.kind == "spj":
        return ItemCoding.of(_codes(answer))
    if not isinstance(answer, str):
        raise errors.WrongTypeError
    known = definition.by_id.get(item)
    for state in OFFERED_STATES:
        if answer == state and (known is None or answer not in known.codes):
            return ItemAnswer(state)
    return ItemAnswer("value", answer)


def _codes(answer: object) -> Mapping[str, str]:
    if not isinstance(answer, dict):
        raise errors.WrongTypeError
    if not all(isinstance(code, str) for code in answer.values()):
        raise errors.WrongTypeError
    return answer
