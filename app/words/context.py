"""What the tellers of the minutes know: the floor, the names, the language, and where to look things up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.words.language import N_, Language, Names, plain
from app.words.measures import listed
from app.words.motions import motion_kind_name, motion_phrase
from app.words.names import name_of, paper_name
from resolutions.document import numbering

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.questions import Vote


@dataclass(frozen=True, slots=True)
class Context:
    """A floor, names with papers and topics (`names_on`), and a language."""

    floor: Floor
    names: Names
    gettext: Language

    def seat(self, key: str) -> str:
        """The short name of a seat."""
        return name_of(key, self.names, self.gettext)

    def seats(self, keys: tuple[str, ...]) -> str:
        """Their names, one after the other."""
        return listed([self.seat(key) for key in keys], self.gettext)

    def say(self, message: str, **values: str | int) -> str:
        """The words for a message with its values."""
        return self.gettext.say(message, **values)

    def motion(self, number: int) -> Motion | None:
        """A motion by number, pending or dealt with; None where it was undone."""
        motions = self.floor.motions
        done = (decided.motion for decided in motions.decided if decided.motion.number == number)
        return motions.find(number) or next(done, None)

    def motion_kind(self, number: int) -> str:
        """The name of a motion's kind, or "motion 12" where it is not known any more."""
        motion = self.motion(number)
        if motion is None:
            return self.say(N_("motion {number}"), number=number)
        return motion_kind_name(motion.kind, self.names, self.gettext)

    def moved(self, motion: Motion) -> str:
        """What a motion asks for, to stand inside a sentence."""
        return motion_phrase(motion.kind, motion.terms, self.names, self.gettext)

    def paper(self, key: str) -> str:
        """What the committee calls a paper."""
        return paper_name(key, self.names)

    def text(self, key: str) -> str:
        """What the committee calls a draft or an amendment, by its key."""
        return self.amendment(key) if self.floor.papers.amendment(key) else self.paper(key)

    def subject(self, key: str) -> str:
        """What the committee calls a draft, an amendment or a part that is put to the vote, by its key."""
        return self.part(key) if self.floor.papers.part(key) else self.text(key)

    def vote(self, number: int) -> Vote | None:
        """A vote by number, on the floor or announced; None where it was called off."""
        votes = self.floor.votes
        return next((vote for vote in (votes.now, *votes.past) if vote and vote.number == number), None)

    def question(self, vote: Vote) -> str:
        """What a vote is about, to stand inside a sentence: "amendment A2 to DR 1.1"."""
        match vote.about:
            case "motion":
                motion = self.motion(int(vote.subject))
                return self.moved(motion) if motion else self.motion_kind(int(vote.subject))
            case "ruling":
                return self.say(N_("the appeal from the ruling of the chair"))
            case "amendment":
                return self.amendment(vote.subject)
            case "part":
                return self.part(vote.subject)
            case "paper":
                return self.paper(vote.subject)

    def amendment(self, key: str) -> str:
        """An amendment with the draft that it is to."""
        found = self.floor.papers.amendment(key)
        if found is None:
            return self.say(N_("amendment {amendment}"), amendment=key)
        return self.say(N_("amendment {amendment} to {paper}"), amendment=key, paper=self.paper(found.paper))

    def part(self, key: str) -> str:
        """A part of a draft with the numbers of its clauses: "part P1 of DR 1.1 (paragraphs 2 and 4)"."""
        part = self.floor.papers.part(key)
        paper = self.floor.papers.get(part.paper) if part else None
        if part is None or paper is None:
            return self.say(N_("part {part}"), part=plain(key))
        numbers = numbering(paper.text) if paper.text else {}
        found = [numbers[uid].rstrip(".") for uid in part.clauses if numbers.get(uid)]
        said = {"part": plain(key), "paper": self.paper(paper.key)}
        if not found:
            return self.say(N_("part {part} of {paper}"), **said)
        message = N_("part {part} of {paper} (paragraphs {numbers})")
        return self.say(message, numbers=listed(found, self.gettext), **said)

    def paragraph(self, paper: str, uid: str) -> str:
        """A paragraph by its number: "paragraph 2 of DR 1.1"; in the preamble by its place there."""
        found = self.floor.papers.get(paper)
        numbers = numbering(found.text) if found is not None and found.text is not None else {}
        preamble = [key for key, said in numbers.items() if not said]
        named = self.paper(paper)
        if uid in preamble:
            message = N_("preambular paragraph {number} of {paper}")
            return self.say(message, number=preamble.index(uid) + 1, paper=named)
        if uid not in numbers:
            return self.say(N_("a paragraph of {paper}"), paper=named)
        return self.say(N_("paragraph {number} of {paper}"), number=numbers[uid].rstrip("."), paper=named)

    def reason(self, text: str) -> str:
        """A reason as it was given, fit to stand at the end of a sentence."""
        return plain(text) or self.gettext(N_("no reason given"))


Teller = Callable[[Any, Context], str]
