"""New codes for a house with several committees: every code that is given out lets somebody in."""

from app.invitations import invite_all
from tests.served import Served


def test_every_code_of_every_committee_is_alive(served: Served) -> None:
    served.another_committee()
    listed = served.ask(invite_all(served.house.store, served.house.access))
    assert len(listed) > 1
    codes = [one for _, _, invited in listed for one in invited]
    assert [one.post.role for one in codes].count("organizer") == 1
    for one in codes:
        signed = served.ask(served.house.access.claim(one.code, "192.0.2.7"))
        assert (signed.holder.role, signed.holder.seat_key) == (one.post.role, one.post.seat_key)
