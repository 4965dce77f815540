# SPDX-License-Identifier: EUPL-1.2
"""The shape of `labels.<lang>.toml`: short project labels, never official wording."""

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
