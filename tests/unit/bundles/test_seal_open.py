# SPDX-License-Identifier: EUPL-1.2
"""A bundle makes the whole way: sealed by one house, opened by the other."""

import hashlib
import io
import resource
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vectors.sb1 import world
from tests.vectors.sb1.world import (
    NOW,
    SHELTER,
    STRANGER,
    TOWN,
    CountedIds,
    FixedClock,
    MemoryStaging,
    card,
    keys,
)
from workbench.bundles import errors, seal
from workbench.bundles.manifest_fields import ZEROS, Basis
from workbench.bundles.open import OpenedBundle, open_bundle, require_acceptable
from workbench.bundles.records import encode_record
from workbench.bundles.requests import Addressee, Location, SealRequest, bytes_to_seal
from workbench.bundles.senders import Receiver, SenderState
from workbench.bundles.targets import Folder


def sealed(folder: Path, request: SealRequest | None = None, ids: str = "ids", at: datetime = NOW):
    return seal.seal(
        request or world.request(),
        keys(SHELTER),
        Folder(folder),
        FixedClock(at),
        CountedIds(ids),
    )


def opened(path: Path, receiver: Receiver | None = None, at: datetime = NOW) -> OpenedBundle:
    with path.open("rb") as file:
        return open_bundle(file, receiver or world.receiver(), FixedClock(at), MemoryStaging)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed(tmp_path_factory.mktemp("stick")).path


def test_what_was_sealed_is_what_is_opened(tmp_path: Path) -> None:
    made = sealed(tmp_path)
    came = opened(made.path)
    assert came.manifest.bundle_id == made.bundle_id
    assert came.manifest.objects == made.objects
    assert came.record == world.record()
    assert came.staging.read(2) == world.PDF
    assert (came.sender.id, came.state, came.warnings) == (
        card(SHELTER).id,
        SenderState.VERIFIED,
        (),
    )
    require_acceptable(came)


def test_the_file_tells_nothing_by_name_or_time(bundle: Path) -> None:
    assert len(bundle.stem) == 16
    assert set(bundle.stem) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert bundle.suffix == ".age"
    assert datetime.fromtimestamp(bundle.stat().st_mtime, UTC) == datetime(1980, 1, 1, tzinfo=UTC)
    assert bundle.stat().st_mode & 0o777 == 0o600


def test_the_hash_and_size_are_those_of_the_file(tmp_path: Path) -> None:
    made = sealed(tmp_path)
    content = made.path.read_bytes()
    assert (hashlib.sha256(content).hexdigest(), len(content)) == (made.sha256, made.size)
    assert made.path.is_absolute()


def test_nothing_readable_stands_in_the_file(bundle: Path) -> None:
    content = bundle.read_bytes()
    for words in (b"Kvinnojouren", b"Exempel", b"risk-assessment", b"%PDF", b"sb1"):
        assert words not in content


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(max_size=3000), min_size=1, max_size=5), pdf=st.binary(max_size=9000))
def test_any_record_and_rendering_come_through(
    tmp_path: Path, texts: list[str], pdf: bytes
) -> None:
    parts = tuple(world.part(text, n) for n, text in enumerate(texts))
    record = world.record(parts=parts, rendered=hashlib.sha256(pdf).hexdigest())
    objects = world.objects(encode_record(record), pdf)
    made = sealed(tmp_path, world.request(objects=objects), ids=str(len(list(tmp_path.iterdir()))))
    came = opened(made.path)
    assert came.record == record
    assert came.staging.read(2) == pdf


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(size=st.integers(min_value=0, max_value=250_000), receivers=st.integers(1, 2))
def test_every_payload_below_the_floor_makes_a_file_of_one_size(
    tmp_path: Path, size: int, receivers: int
) -> None:
    pdf = bytes(size)
    record = world.record(rendered=hashlib.sha256(pdf).hexdigest())
    to = tuple(Addressee.of(world.stored(org)) for org in (TOWN, STRANGER)[:receivers])
    request = world.request(objects=world.objects(encode_record(record), pdf), addressees=to)
    made = sealed(tmp_path, request, ids=str(len(list(tmp_path.iterdir()))))
    assert made.size == 268_522


@pytest.mark.parametrize("size", [300_000, 1_000_000, 5_000_000])
def test_larger_payloads_are_rounded_up_by_at_most_an_eighth(tmp_path: Path, size: int) -> None:
    pdf = b"\x01" * size
    record = world.record(rendered=hashlib.sha256(pdf).hexdigest())
    made = sealed(tmp_path, world.request(objects=world.objects(encode_record(record), pdf)))
    assert size < made.size < size * 1.12 + 10_000
    assert opened(made.path).staging.read(2) == pdf


def test_all_of_four_receivers_can_open(tmp_path: Path) -> None:
    orgs = (TOWN, STRANGER, SHELTER, "Ett fjärde hus")
    to = tuple(Addressee.of(world.stored(org)) for org in orgs)
    made = sealed(tmp_path, world.request(addressees=to))
    for org in orgs:
        assert opened(made.path, world.receiver(org)).record == world.record()


def test_the_case_has_another_name_for_every_set_of_receivers() -> None:
    def case_ref(*orgs: str, key: bytes = world.seed("case link")) -> str:
        to = tuple(Addressee.of(world.stored(org)) for org in orgs)
        request = world.request(addressees=to, case_link_key=key)
        return seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("x")).manifest.case_ref

    refs = {
        case_ref(TOWN),
        case_ref(STRANGER),
        case_ref(TOWN, STRANGER),
        case_ref(TOWN, key=world.seed("another case")),
    }
    assert len(refs) == 4
    assert case_ref(TOWN, STRANGER) == case_ref(STRANGER, TOWN)


def test_the_stream_can_be_followed_by_the_hash_of_each_manifest(tmp_path: Path) -> None:
    first = seal.prepare(world.request(), keys(SHELTER), FixedClock(), CountedIds("1"))
    second = sealed(tmp_path, world.request(seq=2, prev=first.manifest_sha256), ids="2")
    came = opened(second.path, world.receiver(last_seq=lambda _: 1))
    assert came.manifest.prev == hashlib.sha256(first.front.manifest).hexdigest()
    assert came.warnings == ()


def test_a_bundle_is_noted_before_anything_is_written(tmp_path: Path) -> None:
    seen: list[tuple[str, list[Path]]] = []

    def note(prepared: seal.Prepared) -> None:
        seen.append((prepared.bundle_id, list(tmp_path.iterdir())))

    made = seal.seal(
        world.request(), keys(SHELTER), Folder(tmp_path), FixedClock(), CountedIds("x"), note
    )
    assert seen == [(made.bundle_id, [])]


def test_a_bundle_expires_before_the_mailbox_key_dies() -> None:
    late = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    prepared = seal.prepare(world.request(), keys(SHELTER), FixedClock(late), CountedIds("x"))
    assert prepared.manifest.not_after == "2027-03-01T00:00:00Z"
    early = seal.prepare(world.request(), keys(SHELTER), FixedClock(), CountedIds("x"))
    assert early.manifest.not_after == "2027-01-21T01:10:00Z"


def test_names_and_grounds_are_made_plain() -> None:
    ground = Basis(code="consent", text="Rad\n2\u202e\t", consent="none", consent_date="")
    request = world.request(role="La\u030ant\x07", basis=ground)
    manifest = seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("x")).manifest
    assert (manifest.sender.role, manifest.basis.text) == ("Lånt", "Rad\n2")


# What is refused when sealing.


def refused(request: SealRequest, at: datetime = NOW) -> type[errors.BundleError]:
    with pytest.raises(errors.BundleError) as refusal:
        seal.prepare(request, keys(SHELTER), FixedClock(at), CountedIds("x"))
    return type(refusal.value)


@pytest.mark.parametrize(
    ("state", "error"),
    [("unverified", errors.UnverifiedRecipientError), ("revoked", errors.RecipientCardError)],
)
def test_a_receiver_must_be_verified_and_not_revoked(state: str, error: type) -> None:
    to = (Addressee.of(world.stored(TOWN)), Addressee.of(world.stored(STRANGER, state)))
    assert refused(world.request(addressees=to)) is error


def test_a_receiver_whose_card_has_expired_is_refused() -> None:
    assert refused(world.request(), datetime(2028, 11, 2, tzinfo=UTC)) is errors.RecipientCardError


def test_a_receiver_without_a_mailbox_this_quarter_is_refused() -> None:
    assert refused(world.request(), datetime(2028, 10, 2, tzinfo=UTC)) is errors.NoMailboxError


def test_a_location_needs_a_persons_confirmation() -> None:
    request = world.request(location=Location.UNCONFIRMED)
    assert refused(request) is errors.LocationUnconfirmedError
    confirmed = world.request(location=Location.CONFIRMED)
    assert seal.prepare(confirmed, keys(SHELTER), FixedClock(), CountedIds("x")).bundle_id


def test_an_own_card_without_a_valid_signing_key_is_refused() -> None:
    assert refused(world.request(sender=card(STRANGER))) is errors.OwnCardError


def test_what_no_reader_would_take_is_not_sealed() -> None:
    town = Addressee.of(world.stored(TOWN))
    assert refused(world.request(addressees=())) is errors.ManifestError
    assert refused(world.request(addressees=(town, town))) is errors.ManifestError
    ground = Basis(code="consent", text="x" * 2001, consent="none", consent_date="")
    assert refused(world.request(basis=ground)) is errors.ManifestError
    assert refused(world.request(objects=world.objects()[1:])) is errors.RecordCountError


# Targets that fail.


class BadStick(Folder):
    """Takes everything and keeps one bit wrong."""

    def settle(self, name: str) -> None:
        content = bytearray(self.path(name).read_bytes())
        content[-1] ^= 1
        self.path(name).write_bytes(content)
        super().settle(name)


class ShortStick(Folder):
    """Says that it took everything, and loses the end."""

    def settle(self, name: str) -> None:
        content = self.path(name).read_bytes()
        self.path(name).write_bytes(content[:-4096])


class FullStick(Folder):
    """Opens the device that is always full."""

    def create(self, name: str) -> BinaryIO:
        super().create(name).close()
        return Path("/dev/full").open("wb", buffering=0)


@pytest.mark.parametrize("stick", [BadStick, ShortStick, FullStick])
def test_a_stick_that_does_not_keep_the_file_is_found_out(tmp_path: Path, stick: type) -> None:
    with pytest.raises(errors.ReadBackError):
        seal.seal(world.request(), keys(SHELTER), stick(tmp_path), FixedClock(), CountedIds("x"))
    assert list(tmp_path.iterdir()) == []


def test_a_medium_that_fills_up_half_way_leaves_nothing(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(errors.ReadBackError):
            sealed(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    first = sealed(tmp_path)
    before = first.path.read_bytes()
    with pytest.raises(errors.TargetError):
        sealed(tmp_path)
    assert first.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [first.path]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.TargetError):
        sealed(tmp_path / "absent")


def test_an_object_that_changes_while_it_is_sealed_is_refused(tmp_path: Path) -> None:
    contents = [b"first", b"other", b"longer than before"]

    def changing(number: int) -> bytes:
        return contents[number]

    for later, error in ((1, errors.ChangedObjectError), (2, errors.ChangedObjectError)):
        turns = iter((0, later))
        record, _ = world.objects(encode_record(world.record()))
        pdf = bytes_to_seal("render", "application/pdf", "a.pdf", b"")
        pdf = type(pdf)(
            pdf.role, pdf.media, pdf.name, lambda t=turns: io.BytesIO(changing(next(t)))
        )
        with pytest.raises(error):
            sealed(tmp_path, world.request(objects=(record, pdf)))
        assert list(tmp_path.iterdir()) == []


# What a receiver is told.


def why_not(path: Path, receiver: Receiver, at: datetime = NOW) -> errors.BundleError:
    with pytest.raises(errors.BundleError) as refusal:
        opened(path, receiver, at)
    return refusal.value


def test_someone_else_cannot_open(bundle: Path) -> None:
    assert why_not(bundle, world.receiver(STRANGER)).code == "SB-10"


def test_a_key_that_should_be_dead_is_not_tried(bundle: Path) -> None:
    assert why_not(bundle, world.receiver(), datetime(2027, 3, 2, tzinfo=UTC)).code == "SB-10"


def test_an_unknown_sender_is_refused(bundle: Path) -> None:
    receiver = world.receiver(known_card=lambda _root, _card: None)
    assert why_not(bundle, receiver).code == "SB-30"


def test_a_contact_with_another_card_does_not_stand_in(bundle: Path) -> None:
    receiver = world.receiver(known_card=lambda _root, _card: world.stored(STRANGER))
    assert why_not(bundle, receiver).code == "SB-30"


def test_a_revoked_sender_is_refused_with_the_day(bundle: Path) -> None:
    refusal = why_not(bundle, world.receiver(sender_state="revoked"))
    assert (refusal.code, refusal.facts) == ("SB-34", {"date": "2026-11-02"})


def test_an_unverified_sender_is_quarantined_and_cannot_be_accepted(bundle: Path) -> None:
    came = opened(bundle, world.receiver(sender_state="unverified"))
    assert came.state is SenderState.UNVERIFIED
    assert [warning.code for warning in came.warnings] == ["SB-36"]
    with pytest.raises(errors.UnverifiedSenderError):
        require_acceptable(came)


def test_an_expired_bundle_is_refused_with_the_day(bundle: Path) -> None:
    last = datetime(2027, 1, 21, 1, 10, tzinfo=UTC)
    assert opened(bundle, at=last).warnings == ()
    refusal = why_not(bundle, world.receiver(), last + timedelta(seconds=1))
    assert (refusal.code, refusal.facts) == ("SB-40", {"date": "2027-01-21"})


def test_a_clock_more_than_two_days_behind_is_told(bundle: Path) -> None:
    assert opened(bundle, at=NOW - timedelta(hours=48)).warnings == ()
    early = NOW - timedelta(hours=48, seconds=1)
    assert why_not(bundle, world.receiver(), early).code == "SB-43"


def test_a_clock_behind_the_newest_bundle_is_told(bundle: Path) -> None:
    receiver = world.receiver(newest_seen=NOW + timedelta(hours=49))
    assert why_not(bundle, receiver).code == "SB-43"
    assert opened(bundle, world.receiver(newest_seen=NOW + timedelta(hours=47)))


def test_a_bundle_is_accepted_once(bundle: Path) -> None:
    before = world.AcceptedOn(date(2026, 11, 22), "handläggare")
    refusal = why_not(bundle, world.receiver(accepted=lambda _: before))
    assert refusal.code == "SB-41"
    assert refusal.facts["date"] == "2026-11-22"
    assert refusal.facts["role"] == "handläggare"
    assert len(str(refusal.facts["bundle"])) == 32


def test_a_gap_in_the_stream_is_a_warning_with_its_number(tmp_path: Path) -> None:
    made = sealed(tmp_path, world.request(seq=5))
    came = opened(made.path, world.receiver(last_seq=lambda _: 2))
    [warning] = came.warnings
    assert (warning.code, warning.facts) == ("SB-42", {"n": 3, "org": SHELTER})


def test_a_bundle_that_comes_late_is_no_gap(tmp_path: Path) -> None:
    made = sealed(tmp_path, world.request(seq=2))
    assert opened(made.path, world.receiver(last_seq=lambda _: 9)).warnings == ()


def test_an_instrument_that_is_missing_here_is_a_warning(tmp_path: Path) -> None:
    record = encode_record(world.record(instruments=(world.instrument(),)))
    made = sealed(tmp_path, world.request(objects=world.objects(record)))
    receiver = world.receiver(knows_instrument=lambda *_: False)
    assert [warning.code for warning in opened(made.path, receiver).warnings] == ["SB-50"]
    assert opened(made.path).warnings == ()


@pytest.mark.parametrize(
    "record",
    [
        lambda: world.record(purpose="referral"),
        lambda: world.record(rendered=""),
        lambda: world.record(rendered="ab" * 32),
    ],
    ids=["another purpose", "no rendering", "another rendering"],
)
def test_a_record_that_does_not_fit_its_bundle_is_refused(tmp_path: Path, record) -> None:
    made = sealed(tmp_path, world.request(objects=world.objects(encode_record(record()))))
    assert why_not(made.path, world.receiver()).code == "SB-50"


def test_a_record_without_rendering_says_so(tmp_path: Path) -> None:
    content = encode_record(world.record(rendered=""))
    made = sealed(tmp_path, world.request(objects=world.objects(content)[:1]))
    assert opened(made.path).record.rendered == ""


def test_an_own_earlier_card_still_counts_as_ours(bundle: Path) -> None:
    receiver = world.receiver(own_cards=frozenset({"ab" * 32, card(TOWN).id}))
    assert opened(bundle, receiver).record == world.record()


def test_the_first_of_a_stream_has_no_predecessor(bundle: Path) -> None:
    assert opened(bundle).manifest.prev == ZEROS


def test_a_failure_drops_what_was_decrypted(tmp_path: Path) -> None:
    stagings: list[MemoryStaging] = []

    def new_staging() -> MemoryStaging:
        stagings.append(MemoryStaging())
        return stagings[-1]

    content = bytearray(sealed(tmp_path).path.read_bytes())
    content[-1] ^= 1
    with pytest.raises(errors.ChangedPayloadError):
        open_bundle(io.BytesIO(content), world.receiver(), FixedClock(), new_staging)
    [staging] = stagings
    assert staging.is_dropped


def test_nothing_is_staged_before_the_signature_held(bundle: Path) -> None:
    def no_staging() -> MemoryStaging:
        raise AssertionError

    receiver = world.receiver(sender_state="revoked")
    with pytest.raises(errors.RevokedSenderError), bundle.open("rb") as file:
        open_bundle(file, receiver, FixedClock(), no_staging)
