"""Votes as they are taken: the cases of rules reference, section F that counting and calling alone decide."""

import pytest

from resolutions.voting import (
    Ballot,
    BallotRules,
    Choice,
    Electorate,
    ImpossibleCount,
    MajorityRule,
    UnknownVoter,
    choices_for,
    could_change,
    count,
    count_hands,
    may_explain,
    needed,
    next_to_call,
    roll_call_order,
    share_of,
)

SIMPLE, TWO_THIRDS = MajorityRule("simple_cast"), MajorityRule("two_thirds_cast")
SIMPLE_PRESENT, TWO_THIRDS_PRESENT = MajorityRule("simple_present"), MajorityRule("two_thirds_present")
P5 = ("CN", "FR", "GB", "RU", "US")
COUNCIL = (*P5, "AO", "BR", "DK", "GH", "IN", "JP", "KE", "MX", "NO", "PL")
SECURITY_COUNCIL = MajorityRule("simple_cast", required_yes=9, veto=frozenset(P5))


def council(yes: int, against: tuple[str, ...] = (), abstaining: tuple[str, ...] = ()) -> dict[str, Ballot]:
    """Ballots of the Security Council: those named as named, the first of the others yes."""
    named = {s: Ballot(s, "no") for s in against} | {s: Ballot(s, "abstain") for s in abstaining}
    others = [s for s in COUNCIL if s not in named][:yes]
    return named | {s: Ballot(s, "yes") for s in others}


@pytest.mark.parametrize(
    ("case", "rule", "size", "yes", "no", "abstain", "passes", "least"),
    [
        ("T02", SIMPLE, 30, 12, 8, 10, True, 11),
        ("T03", SIMPLE_PRESENT, 30, 12, 8, 10, False, 16),
        ("T04", TWO_THIRDS, 30, 14, 7, 9, True, 14),
        ("T04 of those present", TWO_THIRDS_PRESENT, 30, 14, 7, 9, False, 20),
        ("T05", TWO_THIRDS, 20, 13, 7, 0, False, 14),
        ("T06", TWO_THIRDS, 30, 20, 10, 0, True, 20),
        ("T06 at the UN", SIMPLE, 30, 20, 10, 0, True, 16),
        ("T08", SIMPLE, 34, 17, 17, 0, False, 18),
        ("T09", SIMPLE, 30, 0, 0, 30, False, 1),
        ("T09 two thirds", TWO_THIRDS, 30, 0, 0, 30, False, 1),
        ("T11", SIMPLE, 26, 15, 8, 3, True, 12),
        ("T12", SIMPLE, 21, 10, 11, 0, False, 11),
        ("T43", SIMPLE, 30, 15, 15, 0, False, 16),
        ("2-1-190 at the UN", SIMPLE, 193, 2, 1, 190, True, 2),
    ],
)
def test_counted_cases(
    case: str, rule: MajorityRule, size: int, yes: int, no: int, abstain: int, passes: bool, least: int
) -> None:
    tally = count_hands(rule, size, yes, no, abstain)
    assert (tally.passed, tally.needed) == (passes, least), case


def test_t05_nineteen_twenty_and_twenty_one_votes_need_ten_eleven_and_eleven() -> None:
    assert [needed(SIMPLE, cast, 30) for cast in (19, 20, 21)] == [10, 11, 11]
    assert [needed(TWO_THIRDS, cast, 40) for cast in (30, 31, 32, 33)] == [20, 21, 22, 22]


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "reason"),
    [
        (17, 17, 0, "tie"),
        (0, 0, 30, "nobody_in_favour"),
        (9, 11, 2, "short_of_majority"),
        (3, 1, 0, "carried"),
    ],
)
def test_a_tally_says_why(yes: int, no: int, abstain: int, reason: str) -> None:
    assert count_hands(SIMPLE, 34, yes, no, abstain).reason == reason


def test_the_base_is_votes_cast_or_members_present() -> None:
    cast, present = count_hands(SIMPLE, 30, 12, 8, 10), count_hands(SIMPLE_PRESENT, 30, 12, 8, 10)
    assert (cast.base, cast.counted_from) == (20, "votes_cast")
    assert (present.base, present.counted_from) == (30, "present")


def test_t47_one_no_of_a_permanent_member_defeats() -> None:
    tally = count(SECURITY_COUNCIL, Electorate(COUNCIL), council(14, against=("RU",)))
    assert (tally.yes, tally.no, tally.passed) == (14, 1, False)
    assert (tally.reason, tally.vetoed_by) == ("vetoed", ("RU",))


def test_t48_nine_yes_carry_against_four_members_without_a_veto() -> None:
    ballots = council(9, against=("GH", "IN", "JP", "KE"), abstaining=("MX", "NO"))
    tally = count(SECURITY_COUNCIL, Electorate(COUNCIL), ballots)
    assert (tally.yes, tally.no, tally.abstain, tally.passed) == (9, 4, 2, True)


def test_t50_an_abstention_is_no_veto() -> None:
    ballots = council(9, against=("GH",), abstaining=("CN", "IN", "JP", "KE", "MX"))
    assert count(SECURITY_COUNCIL, Electorate(COUNCIL), ballots).passed


def test_eight_yes_fall_short_of_nine_and_a_no_is_then_no_veto() -> None:
    tally = count(SECURITY_COUNCIL, Electorate(COUNCIL), council(8, against=("US",)))
    assert (tally.passed, tally.reason, tally.vetoed_by) == (False, "short_of_required_yes", ())


def test_unanimity_is_broken_by_one_no_and_not_by_an_abstention() -> None:
    assert count_hands(MajorityRule("unanimous"), 30, 20, 0, 10).passed
    assert count_hands(MajorityRule("unanimous"), 30, 29, 1, 0).reason == "not_unanimous"


def test_a_ballot_from_outside_the_electorate_is_never_counted() -> None:
    late = {"HT": Ballot("HT", "yes")}
    with pytest.raises(UnknownVoter):
        count(SIMPLE, Electorate(("FR", "GH")), late)
    with pytest.raises(UnknownVoter):
        count(SIMPLE, Electorate(("FR", "GH")), {"FR": Ballot("GH", "yes")})


@pytest.mark.parametrize(("yes", "no", "abstain"), [(20, 11, 0), (-1, 3, 0), (10, 10, 11)])
def test_an_impossible_count_by_hands_is_refused(yes: int, no: int, abstain: int) -> None:
    with pytest.raises(ImpossibleCount):
        count_hands(SIMPLE, 30, yes, no, abstain)


def test_t16_a_count_is_retaken_only_if_the_missing_votes_could_turn_it() -> None:
    assert could_change(SIMPLE, count_hands(SIMPLE, 30, 14, 12))
    assert not could_change(SIMPLE, count_hands(SIMPLE, 30, 18, 10))
    assert could_change(SIMPLE, count_hands(SIMPLE, 30, 12, 14))
    assert not could_change(SIMPLE, count_hands(SIMPLE, 26, 14, 12))
    assert could_change(SECURITY_COUNCIL, count(SECURITY_COUNCIL, Electorate(COUNCIL), council(14)))


def test_t25_to_t29_shares() -> None:
    assert (share_of(1, 5, "ceil", 34), share_of(1, 5, "floor", 34)) == (7, 6)
    assert (share_of(1, 8, "ceil", 30), share_of(1, 10, "floor", 34)) == (4, 3)
    assert (share_of(1, 4, "ceil", 50), share_of(1, 3, "ceil", 50)) == (13, 17)
    assert (share_of(1, 2, "more_than", 50), share_of(1, 2, "more_than", 51)) == (26, 26)


def test_a_share_of_nobody_is_an_error_of_the_rulebook() -> None:
    with pytest.raises(ValueError, match="not a share"):
        share_of(1, 0, "ceil", 34)


# --- the roll call ---------------------------------------------------------------------------------------

MEMBERS = ("BO", "FR", "GH", "MX")
ROLL = Electorate(MEMBERS, must_vote=frozenset({"MX"}))


def call(answers: dict[str, list[Choice]], order: tuple[str, ...] = MEMBERS) -> list[tuple[str, int]]:
    """Call everybody until the roll call is complete; gives who was called in which round."""
    called: list[tuple[str, int]] = []
    ballots: dict[str, Ballot] = {}
    while (call := next_to_call(order, ballots)) is not None:
        seat, in_round = call
        called.append(call)
        ballots[seat] = Ballot(seat, answers[seat][in_round - 1], round=in_round)
    return called


def test_everybody_is_called_once_and_those_who_passed_come_back() -> None:
    called = call({"BO": ["yes"], "FR": ["pass", "no"], "GH": ["yes"], "MX": ["pass", "yes"]})
    assert called == [("BO", 1), ("FR", 1), ("GH", 1), ("MX", 1), ("FR", 2), ("MX", 2)]


def test_the_call_may_begin_at_the_member_drawn_by_lot() -> None:
    assert roll_call_order(MEMBERS, "GH") == ("GH", "MX", "BO", "FR")
    assert roll_call_order(MEMBERS) == MEMBERS
    with pytest.raises(ValueError, match="HT"):
        roll_call_order(MEMBERS, "HT")


def test_a_seat_that_gave_no_answer_is_not_called_for_ever() -> None:
    ballots = {"BO": Ballot("BO", "yes"), "GH": Ballot("GH", "pass")}
    assert next_to_call(MEMBERS, ballots) == ("FR", 1)
    assert next_to_call(MEMBERS, ballots, {"FR", "MX"}) == ("GH", 2)
    assert next_to_call(MEMBERS, ballots, {"FR", "MX", "GH"}) is None


def test_a_pass_that_never_came_back_is_not_voting() -> None:
    tally = count(SIMPLE, ROLL, {"BO": Ballot("BO", "yes"), "FR": Ballot("FR", "pass")})
    assert (tally.yes, tally.not_voting, tally.base) == (1, 3, 1)


def test_t13_present_and_voting_may_pass_once_and_never_abstain() -> None:
    assert choices_for("FR", ROLL, 1) == ("yes", "no", "abstain", "pass")
    assert choices_for("MX", ROLL, 1) == ("yes", "no", "pass")
    assert choices_for("MX", ROLL, 1, rules=BallotRules(statuses_bind=False)) == choices_for("FR", ROLL, 1)
    assert "pass" not in choices_for("FR", ROLL, 1, rules=BallotRules(roll_call=False))


def test_t32_the_second_round_offers_yes_and_no_only() -> None:
    assert choices_for("FR", ROLL, 2) == ("yes", "no")
    once_more = BallotRules(second_round="round1_without_pass")
    assert choices_for("FR", ROLL, 2, rules=once_more) == ("yes", "no", "abstain")
    assert choices_for("MX", ROLL, 2, rules=once_more) == ("yes", "no")
    no_pass = BallotRules(second_round="no_pass_round")
    assert choices_for("FR", ROLL, 1, rules=no_pass) == ("yes", "no", "abstain")
    assert choices_for("FR", ROLL, 2, rules=no_pass) == ()


def test_nobody_abstains_on_procedure_or_in_a_divided_house() -> None:
    assert choices_for("FR", ROLL, 1, procedural=True, rules=BallotRules(roll_call=False)) == ("yes", "no")
    abstaining = BallotRules(roll_call=False, procedural_abstain=True)
    assert choices_for("MX", ROLL, 1, procedural=True, rules=abstaining) == ("yes", "no", "abstain")
    assert "abstain" not in choices_for("FR", ROLL, 1, rules=BallotRules(divided=True))


def test_a_late_arrival_has_no_choice_in_an_open_vote() -> None:
    assert choices_for("HT", ROLL, 1) == ()


def test_sponsors_do_not_explain_their_vote_on_their_own_draft() -> None:
    assert may_explain("FR", {"GH"})
    assert not may_explain("GH", {"GH"})


def test_no_more_placards_are_counted_than_there_are_voters() -> None:
    assert count_hands(MajorityRule("simple_cast"), 8, 4, 2, 2).abstain == 2
    with pytest.raises(ImpossibleCount, match="10 votes"):
        count_hands(MajorityRule("simple_cast"), 8, 5, 3, 2)
