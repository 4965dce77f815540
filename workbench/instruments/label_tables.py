# SPDX-License-Identifier: EUPL-1.2
"""The shape of `labels.<lang>.toml`: short project labels, never official wording."""

import msgspec

from workbench.instruments.tables import Code, Evidence, Id, Table, Text


class ColumnLabel(Table, frozen=True, kw_only=True):
    """A time column's heading and what it covers."""

    label: Text
    definition: Text


class EndpointLabels(Table, frozen=True, kw_only=True):
    """What the two ends of a scale mean."""

    low: Text
    high: Text


class LabelsTable(Table, frozen=True, kw_only=True):
    """The whole of `labels.<lang>.toml`. `evidence` is that of the items not named otherwise."""

    title: Text
    object: Text
    respondent: Text
    evidence: Evidence
    sections: dict[Id, Text]
    items: dict[Id, Text]
    item_evidence: dict[Id, Evidence] = {}
    choices: dict[Id, dict[Code, Text]] = {}
    bands: dict[Id, dict[Id, Text]] = {}
    time_windows: dict[Id, Text] = {}
    columns: dict[Id, ColumnLabel] = {}
    steps: dict[Id, Text] = {}
    extra_factor_rows: dict[Id, Text] = {}
    procedure: dict[Id, Text] = {}
    conclusions: dict[Id, Text] = {}
    levels: dict[Id, Text] = {}
    rules: dict[Id, Text] = {}
    flags: dict[Id, Text] = {}
    profiles: dict[Id, Text] = {}
    endpoints: dict[Id, EndpointLabels] = {}
    relevance: dict[Code, Text] = {}
    column_questions: dict[Id, Text] = {}
    header: dict[Id, Text] = {}
    scenario_fields: dict[Id, Text] = {}
    domains: dict[Id, Text] = {}
    roles: dict[Id, Text] = {}
    purpose: Text | None = None
    population: Text | None = None
    rights: Text | None = None
    not_for: list[Text] = []
    method_notes: list[Text] = []


class AboutTable(Table, frozen=True, kw_only=True):
    """The whole of `about.<lang>.toml`: what is known of an instrument, which changes without it.

    It is not among the frozen files. What it tells takes the place of what the labels tell.
    """

    purpose: Text | None = None
    population: Text | None = None
    rights: Text | None = None
    not_for: list[Text] = []
    method_notes: list[Text] = []


def with_about(labels: LabelsTable, about: AboutTable) -> LabelsTable:
    """The labels, with what is known of the instrument today."""
    told = {name: value for name, value in msgspec.structs.asdict(about).items() if value}
    return msgspec.structs.replace(labels, **told)
