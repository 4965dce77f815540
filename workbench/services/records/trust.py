# SPDX-License-Identifier: EUPL-1.2
"""Before something is signed, printed or sealed, every entry that it rests on is authentic.

Hashes and links are checked whenever an akt is opened; signatures take longer (about 0.1 ms each)
and are checked here, each entry once.
"""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.services.records.akt import Akt


class BadSignatureError(WorkbenchError):
    """`entry` is not signed by the author that it names."""

    code: ClassVar[str] = "JOURNAL-002"


def require_authentic(akt: Akt) -> None:
    """Check the signatures that have not been checked since the akt was opened.

    Raises:
        BadSignatureError: names the first entry whose signature is not its author's.
    """
    bad = akt.first_unsigned()
    if bad is not None:
        raise BadSignatureError(file="", entry=bad)
