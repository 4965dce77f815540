# SPDX-License-Identifier: EUPL-1.2
"""Why something is not taken away. Wording is in resources/errors/vault.toml."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class NotApprovedError(WorkbenchError):
    """Taking something away for ever needs more than one person's word. Nothing was taken."""

    code: ClassVar[str] = "VAULT-031"


class TooLateToWithdrawError(WorkbenchError):
    """Older than a day, or somebody else's, or built on by somebody else."""

    code: ClassVar[str] = "VAULT-032"


class TooEarlyError(WorkbenchError):
    """One person confirms alone before a day and another unlock have passed."""

    code: ClassVar[str] = "VAULT-033"


class HasLeftError(WorkbenchError):
    """Signed, printed or sent: taking it back would pretend that it had not been said."""

    code: ClassVar[str] = "VAULT-034"


class NothingLeftAsideError(WorkbenchError):
    """Nothing that a restoration left aside is called so. Nothing was removed."""

    code: ClassVar[str] = "VAULT-056"


class UncheckedError(WorkbenchError):
    """A question about exceptions, the ground or the reason has no answer, or one that keeps it."""

    code: ClassVar[str] = "VAULT-035"
