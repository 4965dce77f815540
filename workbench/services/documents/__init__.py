# SPDX-License-Identifier: EUPL-1.2
"""What the printed documents show: values and nothing else.

Someone else fills them from the akt and decides what a receiver may see; the room `reports` turns
them into pages. The contract between the two:

- Every `str` is printed as it stands, whole, as plain text (never as markup). Empty means that
  there is nothing to say, and the line or heading is left out where that is honest.
- A text that the screen says too (a caveat, the status of a rule, an answer state, the label of
  an item, the status of a measure) arrives ready in the language of the document. The headings
  and field names of the paper are the paper's own.
- Every moment is aware, in the zone that the reader shall see; a `date` has no zone.
- Points are `str`: an exact value may be `275/4`.
- There is no field for where anyone lives, stays or works, on purpose.
"""

from workbench.services.documents.assessment import (
    AssessmentDocument,
    IncidentRow,
    JudgementPart,
    LevelRow,
    OwnAppraisalPart,
    ScenarioPart,
    SoughtSourceRow,
    SourceRow,
)
from workbench.services.documents.blank import (
    BlankColumn,
    BlankForm,
    BlankGroup,
    BlankItem,
    BlankSection,
    BlankWorksheet,
    Box,
)
from workbench.services.documents.certificate import CertificateDocument, CopyRow
from workbench.services.documents.journal import (
    JournalDocument,
    JournalEntryPart,
    JournalLine,
)
from workbench.services.documents.morning import MorningDocument, RoomPart
from workbench.services.documents.night_sheet import NightField, NightSheet
from workbench.services.documents.plan_sheet import PlanSheetDocument
from workbench.services.documents.protection_plan import (
    ContactRuleRow,
    FollowUpRow,
    IfItHappensRow,
    OrderRow,
    PlannedScenarioPart,
    ProtectionPlanDocument,
    StaffItemRow,
)
from workbench.services.documents.results import (
    CodedPart,
    ColumnHeading,
    ComputedPart,
    Confirmation,
    FactorGroup,
    FactorRow,
    IncompletePart,
    InstrumentHeading,
    OpenItemRow,
    ReadOffPart,
    ResultPart,
    SeveralRow,
    TraceRow,
    UnscoredPart,
)
from workbench.services.documents.staff import (
    MeasureRow,
    PersonRow,
    Provenance,
    SignaturePart,
    StaffRow,
)

__all__ = [
    "AssessmentDocument",
    "BlankColumn",
    "BlankForm",
    "BlankGroup",
    "BlankItem",
    "BlankSection",
    "BlankWorksheet",
    "Box",
    "CertificateDocument",
    "CodedPart",
    "ColumnHeading",
    "ComputedPart",
    "Confirmation",
    "ContactRuleRow",
    "CopyRow",
    "FactorGroup",
    "FactorRow",
    "FollowUpRow",
    "IfItHappensRow",
    "IncidentRow",
    "IncompletePart",
    "InstrumentHeading",
    "JournalDocument",
    "JournalEntryPart",
    "JournalLine",
    "JudgementPart",
    "LevelRow",
    "MeasureRow",
    "MorningDocument",
    "NightField",
    "NightSheet",
    "OpenItemRow",
    "OrderRow",
    "OwnAppraisalPart",
    "PersonRow",
    "PlanSheetDocument",
    "PlannedScenarioPart",
    "ProtectionPlanDocument",
    "Provenance",
    "ReadOffPart",
    "ResultPart",
    "RoomPart",
    "ScenarioPart",
    "SeveralRow",
    "SignaturePart",
    "SoughtSourceRow",
    "SourceRow",
    "StaffItemRow",
    "StaffRow",
    "TraceRow",
    "UnscoredPart",
]
