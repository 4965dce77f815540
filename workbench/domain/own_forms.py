# SPDX-License-Identifier: EUPL-1.2
"""A form that the organisation made itself. It stands in the organisation akt, never changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnForm:
    """One version, taken into use: what it asks is in `content`, whose SHA-256 is `sha256`.

    `form` and `version` are the id and version under which assessments name it. Another version
    is another record. Nothing of what it asks is ever changed in this one; it can be withdrawn:
    then nothing new is begun with it, and what was asked with it is read as before.
    """

    form: str
    version: str
    title: str
    owner: str
    made_on: str
    content: str
    sha256: str
    withdrawn_on: str = ""
