# SPDX-License-Identifier: EUPL-1.2
"""The computer's own lock, sleep and lid lock a real vault; sleep waits until it is closed."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from tests.support.real_program import PATIENT, RealProgram, found, running
from tests.ui.triggers.private_bus import StandIn, private_bus, stand_in, wait
from workbench.ui.kit.fields import TextArea
from workbench.ui.places import Place
from workbench.ui.triggers.lock_triggers import LockTriggers
from workbench.vault.opening import read_info

INHIBITED = "inhibited sleep Värn The vault is locked first delay"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    with private_bus(tmp_path_factory.mktemp("bus")) as made:
        yield made


@pytest.fixture
def services(address: str) -> Iterator[StandIn]:
    with stand_in(address) as made:
        yield made


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return found(tmp_path_factory.mktemp("office") / "at")


class Bus:
    """A connection of its own to the private bus, by a name that nobody else has."""

    count = 0

    def __init__(self, address: str) -> None:
        Bus.count += 1
        self.name = f"test {Bus.count}"
        self.connection = QDBusConnection.connectToBus(address, self.name)
        assert self.connection.isConnected()

    def __call__(self) -> QDBusConnection:
        return self.connection


@pytest.fixture
def program(qapp: QApplication, address: str, services: StandIn, office) -> Iterator[RealProgram]:
    bus = Bus(address)
    with ExitStack() as stack:
        stack.callback(QDBusConnection.disconnectFromBus, bus.name)
        trial = PATIENT._replace(system=bus, session=bus)
        made = stack.enter_context(running(qapp, *office, trial))
        made.unlock()
        yield made


@pytest.mark.parametrize("word", ["lock", "sleep", "lid", "upower-lid", "saver"])
def test_it_locks_the_vault_keeps_what_is_half_typed_and_only_then_lets_the_computer_sleep(
    program: RealProgram, services: StandIn, office, word: str
) -> None:
    services.wait_for(INHIBITED)
    page = program.open(Place("journal", program.case))
    page.findChild(TextArea).setPlainText(f"Han står utanför ({word}")
    assert "released" not in services.said()
    program.lock(lambda: services.send(word) or wait(lambda: program.shell.is_locked))
    assert not read_info(office[0].place.folder).is_in_use
    services.wait_for("released")
    program.unlock()
    assert program.shell.page().findChild(TextArea).text() == f"Han står utanför ({word}"
    wait(lambda: services.said().count(INHIBITED) == 2)


@pytest.mark.parametrize("word", ["other-lock", "wake", "open-lid", "saver-off"])
def test_what_is_no_leaving_locks_nothing(
    program: RealProgram, services: StandIn, word: str
) -> None:
    services.wait_for(INHIBITED)
    services.send(word)
    services.send("open-lid")
    wait(lambda: any(line.startswith("asked") for line in services.said()))
    program.settle()
    assert not program.shell.is_locked
    assert "released" not in services.said()


def test_nothing_is_held_before_a_vault_is_open(
    qapp: QApplication, address: str, services: StandIn, office
) -> None:
    bus = Bus(address)
    with running(qapp, *office, PATIENT._replace(system=bus, session=bus)) as program:
        program._paints.at.clear()
        program.wait(lambda: program.program._guard is not None)
        services.send("open-lid")
        wait(lambda: any(line.startswith("asked") for line in services.said()))
        assert not any(line.startswith("inhibited") for line in services.said())
    QDBusConnection.disconnectFromBus(bus.name)


def test_left_while_the_key_is_derived_the_vault_is_closed_again_unseen(
    program: RealProgram, services: StandIn, office
) -> None:
    program.lock(program.press_f12)
    services.wait_for("released")
    unlock = program.program._presenter._unlock
    shown: list[str] = []
    program.shell.locking.connect(lambda: shown.append("unlocked"))

    def leave_meanwhile(*typed: object) -> object:
        program.program._guard.asked.emit("sleep")
        return unlock(*typed)

    program.program._presenter._unlock = leave_meanwhile
    program.give_passphrase()
    program.wait(lambda: not program.program._presenter.is_working)
    program.settle()
    assert shown == []
    assert program.shell.is_locked
    assert not read_info(office[0].place.folder).is_in_use
    assert services.said().count(INHIBITED) == 1
    program.program._presenter._unlock = unlock
    program.unlock()


def test_the_inhibitor_is_one_descriptor_that_is_open_and_then_closed(
    program: RealProgram, services: StandIn
) -> None:
    services.wait_for(INHIBITED)
    login1 = program.program._guard.triggers._login1
    wait(lambda: login1._held is not None)
    held = login1._held
    assert os.fstat(held)
    program.lock(program.press_f12)
    services.wait_for("released")
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(held)


def test_a_program_without_a_session_of_its_own_hears_every_lock(
    qapp: QApplication, address: str, office
) -> None:
    bus = Bus(address)
    with (
        stand_in(address, "--no-session") as services,
        running(qapp, *office, PATIENT._replace(system=bus, session=bus)) as program,
    ):
        program.unlock()
        services.wait_for(INHIBITED)
        program.lock(lambda: services.send("other-lock"))
    QDBusConnection.disconnectFromBus(bus.name)


def test_where_it_is_heard_from_can_be_told(
    qapp: QApplication, address: str, services: StandIn
) -> None:
    bus = Bus(address)
    heard = LockTriggers()
    heard.begin(lambda: 0, system=bus, session=bus)
    assert heard.sources() == ("login1", "screen-saver")
    QDBusConnection.disconnectFromBus(bus.name)


def test_on_a_bus_without_these_services_nothing_is_heard_and_nothing_fails(
    qapp: QApplication, address: str
) -> None:
    bus = Bus(address)
    heard = LockTriggers()
    heard.begin(lambda: 0, system=bus, session=bus)
    heard.hold()
    heard.let_go()
    assert heard.sources() == ()
    QDBusConnection.disconnectFromBus(bus.name)


def test_without_a_bus_it_is_silent(qapp: QApplication, tmp_path: Path, capfd) -> None:
    nowhere = QDBusConnection.connectToBus(f"unix:path={tmp_path}/no-bus", "nowhere")
    heard = LockTriggers()
    heard.begin(lambda: 0, system=lambda: nowhere, session=lambda: None)
    heard.hold()
    heard.let_go()
    assert heard.sources() == ()
    assert capfd.readouterr() == ("", "")
