"""Undo: the last slip of the hand is taken back; what others built on stays, and so does a closed vote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.minutes import replay
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList, LeaveSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker
from app.procedure.undo import KEPT, ActUndone, UndoAct, last_of_dais
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from app.rooms import NotInOrder
from tests.rooms.sitting import CHAIR, Sitting, sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio
Values = dict[str, str | int]


def offered(committee: Sitting) -> int | None:
    """The act that the chair would take back with one press."""
    entry = last_of_dais(committee.room.history)
    return entry.number if entry else None


async def refused(committee: Sitting, number: int, by: str = CHAIR) -> tuple[str, Values]:
    """The rule and its values by which an undo is refused."""
    before = committee.room.floor
    with pytest.raises(NotInOrder) as no:
        await committee.do(UndoAct(number), by=by)
    assert committee.room.floor is before
    (refusal,) = no.value.refusals
    return refusal.rule, dict(refusal.values)


def waiting(committee: Sitting) -> list[str]:
    """Who is on the general list."""
    return list(committee.room.floor.speeches.general.queue)


async def test_a_slip_is_undone_and_what_came_after_still_stands(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.do(JoinSpeakersList(), by="ghana")
        slip = await committee.do(CloseSpeakersList())
        await committee.do(SetSpeakingTime(60))
        answer = await committee.do(UndoAct(slip.number))
        floor = committee.room.floor
        assert answer.events == (ActUndone(slip.number),)
        assert floor.speeches.general.open
        assert floor.speeches.general.seconds == 60
        assert floor.speeches.general.queue == ("ghana",)
        assert floor.undone == (slip.number,)
        assert await committee.is_true_to_its_record()
        await committee.do(JoinSpeakersList(), by="peru")
        assert await committee.is_true_to_its_record()
        rows = await committee.store.since(committee.room.committee_id)
        assert "SpeakersListClosed" in rows[slip.number - 1].events, "it stays in the minutes"


async def test_the_floor_after_an_undo_is_the_floor_before_the_act_but_for_what_says_so(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.do(JoinSpeakersList(), by="ghana")
        before = committee.room.floor
        called = await committee.do(CallNextSpeaker(after=""))
        await committee.do(UndoAct(called.number))
        after = committee.room.floor
        number, head, at = before.number, before.head, before.at
        assert replace(after, number=number, head=head, at=at, undone=()) == before


async def test_what_others_built_on_is_not_undone_and_the_refusal_names_it(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        joined = await committee.do(JoinSpeakersList(), by="ghana")
        await committee.do(SetSpeakingTime(60))
        called = await committee.do(CallNextSpeaker(after=""))
        assert await refused(committee, joined.number) == (
            "undo.too_late",
            {"number": called.number, "by": CHAIR},
        )
        await committee.do(UndoAct(called.number))
        await committee.do(UndoAct(joined.number))
        assert committee.room.floor.speeches.general.queue == ()
        assert await committee.is_true_to_its_record()


async def test_undo_after_undo_and_the_room_opened_again_between(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        first = await committee.do(JoinSpeakersList(), by="ghana")
        second = await committee.do(JoinSpeakersList(), by="peru")
        await committee.do(JoinSpeakersList(), by="spain")
        await committee.do(UndoAct(second.number))
        committee = await committee.reopened()
        assert waiting(committee) == ["ghana", "spain"]
        await committee.do(UndoAct(first.number))
        assert waiting(committee) == ["spain"]
        assert list(committee.room.floor.undone) == [second.number, first.number]
        assert await refused(committee, second.number) == ("undo.already", {"number": second.number})
        assert await committee.is_true_to_its_record()
        await committee.room.close()


async def test_the_dais_is_offered_its_own_last_act_and_never_what_a_delegation_did_since(
    sqlite_place: Place,
) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        entered = await committee.do(JoinSpeakersList("ghana"))
        await committee.do(JoinSpeakersList(), by="peru")
        assert offered(committee) == entered.number
        assistant = await committee.do(JoinSpeakersList("spain"), by="assistant-1")
        assert offered(committee) == assistant.number
        for wrong in (assistant, entered):
            await committee.do(UndoAct(wrong.number))
        assert waiting(committee) == ["peru"]
        opened = offered(committee)
        assert opened is None or opened < entered.number


async def test_an_act_on_which_something_rests_is_not_offered(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        seconds = await committee.do(SetSpeakingTime(75))
        entered = await committee.do(JoinSpeakersList("ghana"))
        assert offered(committee) == entered.number
        await committee.do(LeaveSpeakersList(), by="ghana")
        assert (await refused(committee, entered.number))[0] == "undo.too_late"
        assert offered(committee) == seconds.number


async def test_only_the_dais_undoes(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        own = await committee.do(JoinSpeakersList(), by="ghana")
        assert (await refused(committee, own.number, by="ghana"))[0] == "dais.only"
        await committee.do(UndoAct(own.number), by="assistant-1")


async def test_neither_the_founding_nor_an_undo_is_undone(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        own = await committee.do(JoinSpeakersList(), by="ghana")
        undone = await committee.do(UndoAct(own.number))
        assert await refused(committee, undone.number) == ("undo.never", {"number": undone.number})
        assert await refused(committee, 1) == ("undo.never", {"number": 1})
        for number in (0, -1, 99):
            assert await refused(committee, number) == ("undo.unknown", {"number": number})


async def test_an_act_of_long_ago_is_too_old(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        own = await committee.do(SetSpeakingTime(60))
        for press in range(KEPT - 1):
            await committee.do(LeaveSpeakersList() if press % 2 else JoinSpeakersList(), by="ghana")
        assert own.number in {kept.entry.number for kept in committee.room.history.kept}
        await committee.do(JoinSpeakersList(), by="peru")
        assert await refused(committee, own.number) == ("undo.too_old", {"number": own.number, "kept": KEPT})


async def vote_on_a_caucus(committee: Sitting, mode: str) -> int:
    """A motion for an unmoderated caucus comes to the vote; returns the vote's number."""
    await committee.do(RaiseMotion("unmoderated_caucus", total_seconds=300, topic="Water"), by="ghana")
    motion = committee.room.floor.motions.pending[0].number
    await committee.do(OpenVote("motion", str(motion), mode=mode))  # type: ignore[arg-type]
    now = committee.room.floor.votes.now
    assert now is not None
    return now.number


async def test_nothing_of_a_vote_that_is_over_is_undone(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        vote = await vote_on_a_caucus(committee, "devices")
        ballot = await committee.do(CastBallot(vote, "yes"), by="ghana")
        await committee.do(UndoAct(ballot.number))
        ballot = await committee.do(CastBallot(vote, "yes"), by="ghana")
        closed = await committee.do(CloseVote(vote))
        for number in (vote, ballot.number, closed.number):
            assert await refused(committee, number) == ("undo.vote_closed", {"number": number})
        announced = await committee.do(AnnounceResult(vote))
        for number in (vote, ballot.number, closed.number, announced.number):
            assert await refused(committee, number) == ("undo.vote_closed", {"number": number})


async def test_a_vote_called_off_stays_called_off(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        vote = await vote_on_a_caucus(committee, "placards")
        await committee.do(EnterCount(vote, yes=3, no=2), insist="The others have left")
        void = await committee.do(VoidVote(vote, "the interpretation had failed"))
        assert (await refused(committee, void.number))[0] == "undo.vote_closed"
        assert replay(await committee.store.since(committee.room.committee_id)) == committee.room.floor
