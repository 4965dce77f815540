# SPDX-License-Identifier: EUPL-1.2
"""What lies in the place that a copy is to be put back to."""

from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import VaultId
from workbench.vault import register, replacing, slots
from workbench.vault.errors import NotAVaultError, NotEmptyError
from workbench.vault.slots import SlotsBody


def lying_there(target: Path, vault: VaultId, smallest_kib: int) -> SlotsBody | None:
    """The list of users of the vault that is replaced; None where it cannot be believed.

    Raises:
        NotEmptyError: something else lies there.
    """
    if not target.exists() or replacing.is_empty(target):
        return None
    try:
        body = slots.read(target, smallest_kib=smallest_kib)
    except NotAVaultError:
        if not (target / register.FILE).exists():
            raise NotEmptyError from None
        return None
    except WorkbenchError:  # damaged, or not signed: it goes aside as it is
        return None
    if body.vault != vault:
        raise NotEmptyError
    return body
