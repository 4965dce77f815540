# SPDX-License-Identifier: EUPL-1.2
"""Backups: never made, well kept, under way, on a medium; and a damaged akt."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from workbench.ui.backups.page import BackupsPage
from workbench.ui.backups.vms import AsideVm, CopyVm, FactVm, MediumVm, OutcomeVm, OverviewVm
from workbench.ui.salvage.page import SalvagePage
from workbench.ui.salvage.presenter import LineVm, SalvageVm


class _Nobody:
    """A presenter that decides nothing."""

    def __getattr__(self, _name: str) -> Any:
        return lambda *_given: None

    def progress(self) -> tuple[int, int]:
        return (37, 100)


_NEVER = OverviewVm(
    (
        FactVm("Senaste säkerhetskopian", "Aldrig", "Dags att säkerhetskopiera"),
        FactVm("Senast övad", "Aldrig"),
    ),
    may_make=True,
)
_WELL = OverviewVm(
    (
        FactVm("Senaste säkerhetskopian", "2026-11-20 16:02 · för 2 dagar sedan"),
        FactVm("På medium", "faa764ab"),
        FactVm("I den", "12 akter öppnade och räknade, 3 jämförda men inte öppnade"),
        FactVm("Senast övad", "2026-10-01"),
    ),
    may_make=True,
)
_COPIES = MediumVm(
    "faa764ab",
    (
        CopyVm("a", "2026-11-20 16:02", "12 akter öppnade och räknade, 3 jämförda men inte öppnade · 41 MB",
               is_whole=True),
        CopyVm("b", "2026-11-13 15:58", "11 akter öppnade och räknade, 3 jämförda men inte öppnade · 39 MB",
               is_whole=True),
        CopyVm("c", "2026-11-06 16:11", "10 akter öppnade och räknade · 38 MB · Skadat: 2026-0003.",
               is_whole=False),
    ),
    "1 kopia till går inte att lita på och visas inte.",
)  # fmt: skip
_MADE = OutcomeVm(
    "Säkerhetskopian är gjord och läst tillbaka.",
    "12 akter öppnade och räknade, 3 jämförda men inte öppnade. Resten kan du inte öppna. Be Karin Exempelgren"
    " att öppna den här säkerhetskopian här.",
)


_LEFT = replace(
    _WELL,
    left_aside=(
        AsideVm("a", "2026-11-12 09:14 · Valvet som en säkerhetskopia tog platsen för · 52 MB"),
        AsideVm("b", "2026-11-20 16:31 · Den skadade filen till akt 2026-0003 · 1 MB"),
    ),
)


def _left() -> QWidget:
    return in_window(_page(_LEFT))


def _page(vm: OverviewVm) -> BackupsPage:
    page = BackupsPage(lambda _view: _Nobody())
    page.show_overview(vm)
    return page


def _never() -> QWidget:
    return in_window(_page(_NEVER))


def _medium() -> QWidget:
    page = _page(_WELL)
    page.show_medium(_COPIES)
    return in_window(page)


def _made() -> QWidget:
    page = _page(_WELL)
    page.show_medium(_COPIES)
    page.show_outcome(_MADE)
    return in_window(page)


def _working() -> QWidget:
    page = _page(_NEVER)
    page.show_working("Säkerhetskopian görs. Den räknas när den har lästs tillbaka.")
    page.working._look()
    return in_window(page)


def _damaged() -> QWidget:
    page = SalvagePage(lambda _view: _Nobody())
    lines = (
        LineVm("Den akten gäller", "2026-11-02 09:12 · Sten Skyddsson",
               ("Namn: Karin Exempelgren", "Personnummer: 19700101-0004")),
        LineVm("Journalanteckning", "2026-11-02 09:31 · Sten Skyddsson",
               ("Vad som sades eller hände: Ringde. Träff på måndag klockan tio, hon kommer själv.",
                "En senare anteckning gäller i stället.")),
        LineVm("Här går 3 anteckningar inte att läsa.", "", (), is_gap=True),
        LineVm("Åtgärd", "2026-11-09 13:04 · Sten Skyddsson",
               ("Vem: Socialtjänsten", "Vad: Kontakta skyddat boende", "Senast: 2026-11-12")),
    )  # fmt: skip
    summary = "38 anteckningar går att läsa och är oförändrade. 3 går inte att läsa."
    advice = "Inget kan skrivas i den. Den skadade filen rörs inte."
    page.show_salvaged(SalvageVm("2026-0003", summary, advice, lines))
    return in_window(page)


PAGES = (
    ("backups-never", _never),
    ("backups-medium", _medium),
    ("backups-made", _made),
    ("backups-left-aside", _left),
    ("backups-working", _working),
    ("salvage", _damaged),
)
