# SPDX-License-Identifier: EUPL-1.2
"""A memory vault whose user has the roles that a test says."""

from tests.support.memory_vault import MemoryVault
from workbench.services.ports import Member


class Reviewers(MemoryVault):
    roles: tuple[str, ...] = ("log-reviewer",)

    def members(self) -> tuple[Member, ...]:
        return (Member(self.signer.user, 1, self.signer.public, self.roles),)
