# SPDX-License-Identifier: EUPL-1.2
"""What a restoration left beside the vault goes by an administrator's word, and not by itself.

It is the way back until somebody says that it is not needed. Erased akter may still lie in it.
"""

from collections.abc import Sequence

from workbench.domain.backups import AsideRemoved
from workbench.services.changes import Changes
from workbench.services.copies_ports import LeftAside
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.purge.erasing_errors import NothingLeftAsideError
from workbench.services.records.akt import Draft

ADMINISTRATOR = "administrator"


def left_aside(desk: Desk) -> tuple[LeftAside, ...]:
    """All of it, the oldest first."""
    return desk.vault.copies.left_aside()


def remove(desk: Desk, names: Sequence[str], passphrase: str) -> Changes:
    """Take some of it away, after the log has it. `passphrase`: the own one, asked again.

    Raises:
        NotAllowedError: for who is no administrator.
        NothingLeftAsideError: nothing is called so. VAULT-001, VAULT-002, VAULT-019.
    """
    settings.require_role(desk, ADMINISTRATOR)
    wanted = tuple(dict.fromkeys(names))
    if not wanted or not {each.name for each in left_aside(desk)}.issuperset(wanted):
        raise NothingLeftAsideError
    desk.vault.second.prove_self(passphrase)
    changes = desk.house.enter(Draft(AsideRemoved(wanted)))
    for name in wanted:
        desk.vault.erasing.remove_left_aside(name)
    return changes
