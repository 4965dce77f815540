# SPDX-License-Identifier: EUPL-1.2
"""The rule gate: bound to the content, revocable, and what was computed stays told."""

from dataclasses import replace

import pytest

from tests.unit.services.offices import DA, Office, appraise
from workbench.domain.assessments import Result, RuleConfirmation
from workbench.instruments.catalogue import Catalogue
from workbench.instruments.gates import rule_sha256
from workbench.services.assess import assessing, confirming, results
from workbench.services.assess.confirming import (
    AlreadyRevokedError,
    SameCheckerError,
    StaleRuleError,
)
from workbench.services.house import settings
from workbench.services.house.settings import NotAllowedError
from workbench.ui.choose_instrument.listing import load

BY = RuleConfirmation("", "", "", "", "Maj Metodsdotter", "ägare", "Påhittet", "2026-11-01", "2019")


@pytest.fixture
def assessed(office: Office):
    """An assessment that is entered, with nothing confirmed yet."""
    akt = office.akt(office.begin())
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    return akt, made


def kept(akt, made):
    (result,) = (r for r in akt.all(Result) if r.value.assessment == made)
    return result


def first(office: Office):
    definition = office.definition(DA)
    return definition, results.rules_to_confirm(definition)[0]


def test_an_older_administration_is_computed_late_and_dated_when_it_is(office, assessed):
    akt, made = assessed
    assert kept(akt, made).value.status == "not-confirmed"
    begun = kept(akt, made).recorded_at
    office.place.clock.step(hours=72)
    office.confirm()
    results.keep_results(akt, office.desk, made)
    result = kept(akt, made)
    assert (result.value.status, result.value.wording) == ("computed", "none")
    (word,) = confirming.confirmations_of(office.desk, office.definition(DA))
    assert result.value.confirmation == word.record
    assert result.recorded_at > begun


def test_a_result_that_waited_says_that_it_can_now_be_computed_until_it_is(office, assessed):
    akt, made = assessed

    def told():
        (begun,) = load(akt, office.desk).vm.begun
        return results.can_now_be_computed(akt, office.desk, made), begun.state

    assert told() == (False, "")
    office.confirm()
    assert told() == (True, "Resultatet kan nu räknas")
    results.keep_results(akt, office.desk, made)
    assert told() == (False, "")


def test_nothing_can_be_computed_of_what_was_never_entered_or_is_not_here(office, assessed):
    akt, made = assessed
    begun = office.assess(akt)
    office.confirm()
    assert not results.can_now_be_computed(akt, office.desk, begun)
    empty = replace(office.desk, catalogue=Catalogue(()))
    assert not results.can_now_be_computed(akt, empty, made)


def test_after_revoking_what_was_computed_stays_and_nothing_new_is(office, assessed):
    akt, made = assessed
    office.confirm()
    results.keep_results(akt, office.desk, made)
    before = kept(akt, made)
    (word,) = confirming.confirmations_of(office.desk, office.definition(DA))
    confirming.revoke(office.desk, word, "fel upplaga")
    shown = results.entered_outcome(akt, office.desk, made)
    assert shown.gate.has_ended
    assert shown.evaluation.first.status == "computed"
    assert shown.confirmations[0].value.revoked_because == "fel upplaga"
    results.keep_results(akt, office.desk, made)
    assert kept(akt, made).value == before.value
    other = office.assess(akt)
    office.answer_all(akt, other)
    assert results.outcome(akt, office.desk, other).evaluation.first.status == "not-confirmed"
    assessing.record_answer(akt, made, "q02", "yes")
    assert results.outcome(akt, office.desk, made).evaluation.first.status == "not-confirmed"
    with pytest.raises(AlreadyRevokedError):
        confirming.revoke(office.desk, shown.confirmations[0], "igen")
    office.confirm()
    anew = results.entered_outcome(akt, office.desk, made)
    assert (anew.gate.has_ended, anew.evaluation.first.status) == (False, "computed")


def test_a_confirmation_ends_after_its_last_day(office, assessed):
    akt, made = assessed
    definition, rule = first(office)
    last = office.desk.clock.today().isoformat()
    confirming.confirm_rule(office.desk, definition, rule, replace(BY, expires_on=last))
    assert results.entered_outcome(akt, office.desk, made).evaluation.first.status == "computed"
    office.place.clock.step(hours=48)
    shown = results.entered_outcome(akt, office.desk, made)
    assert shown.evaluation.first.status == "not-confirmed"  # nothing was kept while it held


def test_a_rule_that_is_not_the_one_compared_is_not_confirmed(office: Office):
    definition, rule = first(office)
    with pytest.raises(StaleRuleError):
        confirming.confirm_rule(office.desk, definition, rule, replace(BY, rule_sha256="0" * 64))
    current = replace(BY, rule_sha256=rule_sha256(definition, rule))
    confirming.confirm_rule(office.desk, definition, rule, current)
    assert len(confirming.confirmations_of(office.desk, definition)) == 1


def test_the_second_checker_is_another_person(office: Office):
    definition, rule = first(office)
    for spelled in (" maj  METODSDOTTER ", "Maj\u00a0Metodsdotter", "Maj Metodsdotter\u200b"):
        said = replace(BY, second=spelled, second_on="2026-11-02")
        with pytest.raises(SameCheckerError):
            confirming.confirm_rule(office.desk, definition, rule, said)


def test_rejecting_ends_a_confirmation_and_a_later_one_ends_the_rejection(office: Office):
    definition, rule = first(office)
    office.confirm()
    confirming.reject(office.desk, definition, rule, "Maj Metodsdotter", "fråga 3 ger 5")
    assert confirming.confirmations_of(office.desk, definition) == ()
    assert confirming.rejected(office.desk, definition, rule).value.why == "fråga 3 ger 5"
    office.confirm()
    assert confirming.rejected(office.desk, definition, rule) is None


def test_only_a_method_owner_confirms_revokes_and_rejects(office: Office, monkeypatch):
    definition, rule = first(office)
    office.confirm()
    (word,) = confirming.confirmations_of(office.desk, definition)
    monkeypatch.setattr(settings, "roles_of", lambda _desk: ("practitioner",))
    for act in (
        lambda: confirming.confirm_rule(office.desk, definition, rule, BY),
        lambda: confirming.revoke(office.desk, word, "nej"),
        lambda: confirming.reject(office.desk, definition, rule, "Jag", "nej"),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_an_outer_rules_word_covers_the_internal_rules_that_its_hash_includes(office: Office):
    seen = 0
    for definition in office.desk.catalogue.all():
        waiting = confirming.rules_to_confirm(definition)
        for rule in waiting:
            parts = confirming.covered(definition, rule)
            seen += len(parts)
            assert not {part.id for part in parts} & {each.id for each in waiting}
        for rule in waiting:
            confirming.confirm_rule(office.desk, definition, rule, BY)
        if not waiting:
            continue
        confirmed = confirming.hashes(
            definition, confirming.confirmations_of(office.desk, definition)
        )
        shown = {r.id for r in waiting}
        for rule in waiting:
            shown |= {part.id for part in confirming.covered(definition, rule)}
        assert confirmed == {n: rule_sha256(definition, definition.rule(n)) for n in shown}
    assert seen
