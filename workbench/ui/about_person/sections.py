# SPDX-License-Identifier: EUPL-1.2
"""Which sections the page about the person has, in the order of reading."""

from collections.abc import Callable

from workbench.ui.about_person.conflict_section import ConflictSection
from workbench.ui.about_person.identity_section import IdentitySection
from workbench.ui.about_person.interpreter_section import InterpreterSection
from workbench.ui.about_person.kept_section import KeptSection
from workbench.ui.about_person.links_section import LinksSection
from workbench.ui.about_person.modules_section import ModulesSection
from workbench.ui.about_person.no_contact_section import NoContactSection
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.protection_section import ProtectionSection
from workbench.ui.about_person.section import Section
from workbench.ui.kit.page import Page

KINDS: tuple[Callable[[Page, Around], Section], ...] = (
    IdentitySection,
    ProtectionSection,
    InterpreterSection,
    NoContactSection,
    ModulesSection,
    LinksSection,
    KeptSection,
    ConflictSection,
)
