# SPDX-License-Identifier: EUPL-1.2
"""What a child does in a vault, and then locks it and waits to be looked at.

`main(name, root, "keep")` has Python give no object's memory back: then every copy that was ever
made of a secret is still there at the end, and not only those that nothing happened to be written
over. The child says where each vault lies, and the recovery code if it knows it.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.vault import operations
from tests.vault.making import Workplace, writer
from workbench.services.ports import CaseSummary
from workbench.vault.unlocked import UnlockedVault

_DOMAINS = range(3)  # raw memory, buffers, objects


class _Allocator(ctypes.Structure):
    """CPython's PyMemAllocatorEx."""

    _fields_ = [(name, ctypes.c_void_p) for name in ("ctx", "malloc", "calloc", "realloc", "free")]


def keep_everything() -> None:
    """From now on nothing that Python frees is used again: `free` becomes a call that does not."""
    nothing = ctypes.cast(ctypes.CDLL(None).abs, ctypes.c_void_p).value
    for domain in _DOMAINS:
        allocator = _Allocator()
        ctypes.pythonapi.PyMem_GetAllocator(domain, ctypes.byref(allocator))
        allocator.free = nothing
        ctypes.pythonapi.PyMem_SetAllocator(domain, ctypes.byref(allocator))


def work(root: Path) -> UnlockedVault:
    """Make a vault, prove the code, write, close; unlock, read, write, verify. It stays open."""
    place = Workplace(root)
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("ett", "två")
    vault.close()
    vault = place.unlock()
    again = writer(place, vault, akt.file.case)
    again.enter("tre")
    again.type("text", "fyra")
    vault.mirror(akt.file.case, CaseSummary(("Vera Exempel",)))
    vault.new_case("2026-0002")
    assert vault.case_link_key(akt.file.case)
    assert vault.exchange_keys().mailboxes
    assert not any(report.why for report in vault.verify())
    print(place.folder.parent, place.code)
    return vault


def _vault(root: Path) -> object:
    vault = work(root)
    vault.close()
    return vault


def _kept(root: Path) -> object:
    vault = work(root)
    kept = bytes(vault._keychain.signing), vault._inside.register_keys[0].hex()
    vault.close()
    return kept


def _freed(root: Path) -> None:
    vault = work(root)
    assert bytes(vault._keychain.wrapping)  # gone at once, and nobody cleared it
    vault.close()


def _bundles(root: Path) -> object:
    """Two organisations: cards, a bundle from one to the other, accepted there; both lock."""
    from tests.unit.services.offices import Office, enter_judgement, exchange_cards
    from workbench.services.handing_over import outward, receiving, sharing
    from workbench.services.handing_over.exchange import Ground
    from workbench.services.handing_over.receiver_view import View

    one, other = (Office(root / name, name) for name in ("en", "två"))
    card = exchange_cards(one, other)
    akt = one.akt(one.begin())
    enter_judgement(akt)
    ground = Ground("consent", "Samtycke", "verbal", one.desk.clock.today().isoformat())
    view, ticks = View("referral", "", ""), outward.ticks_of(akt)
    order = sharing.HandOver(card, view, ground, b"%PDF-1.7", root, ticks)
    sealed = sharing.seal_bundle(akt, one.desk, one.bundles, order)
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    receiving.accept(other.session, other.bundles, arrival)
    for office in (one, other):
        office.relock()
        office.session.close()
        print(office.root, "")
    return one, other


def _window(root: Path) -> object:
    """The program itself: unlock at the window, open an akt, lock by F12."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.support.real_program import found, running
    from workbench.ui.kit import theme
    from workbench.ui.places import Place

    app = QApplication([])
    theme.apply(app, dark=False)
    office, case = found(root / "office")
    with running(app, office, case) as program:
        program.unlock()
        program.open(Place("journal", case))
        program.lock(program.press_f12)
        print(office.root, "")
        _wait()
    return app


def _operation(name: str, root: Path) -> None:
    """One that is also put under fire (see operations.py)."""
    place = Workplace(root)
    operations.find(name).prepare(place)
    operations.find(name).work(place, lambda *_words: None)
    print(root, "")


WORK: dict[str, Callable[[Path], object]] = {
    "vault": _vault,
    "bundles": _bundles,
    "window": _window,
    "kept": _kept,
    "freed": _freed,
}


def _wait() -> None:
    print("waiting", flush=True)
    sys.stdin.readline()


def main(name: str, root: str, keep: str) -> None:
    """Do it, keep what it gives, and wait."""
    if keep:
        keep_everything()
    kept = WORK[name](Path(root)) if name in WORK else _operation(name, Path(root))
    _wait()
    del kept
    os._exit(0)  # a process that gives no memory back need not tidy up
