"""Settings of debate, from speeches to timed debate: a label and a sentence for each."""

from app.words.language import N_

SETTINGS = {
    "speeches.general_list": (
        N_("general speakers' list"),
        N_("Whether the house has a general speakers' list."),
    ),
    "speeches.general_seconds": (N_("speaking time"), N_("How long a speech on the general list lasts.")),
    "speeches.shortest_seconds": (
        N_("shortest speaking time"),
        N_("No speech on the list is set shorter."),
    ),
    "speeches.longest_seconds": (N_("longest speaking time"), N_("No speech on the list is set longer.")),
    "speeches.entries_per_delegation": (
        N_("places on the list"),
        N_("How often a delegation may stand on the list at once; 0 sets no limit."),
    ),
    "speeches.exhausted": (N_("empty list"), N_("What follows when nobody is left on the list.")),
    "speeches.opening_seconds": (
        N_("opening speeches"),
        N_("How long each delegation's opening speech lasts; 0 means that there are none."),
    ),
    "speeches.unused_time": (
        N_("unused time"),
        N_("What becomes of the time that a speaker in a caucus leaves."),
    ),
    "yields.to": (N_("yields"), N_("To whom a speaker may yield what is left of the time.")),
    "yields.chain": (N_("second yield"), N_("Whether yielded time may be yielded on.")),
    "yields.in_caucus": (N_("yields in a caucus"), N_("Whether speakers in a moderated caucus may yield.")),
    "yields.comments_if_none": (
        N_("comments"),
        N_("Whether comments follow a speech that was not yielded."),
    ),
    "yields.comments_max": (N_("number of comments"), N_("How many comments follow at most.")),
    "yields.comment_seconds": (N_("length of a comment"), N_("How long a comment lasts.")),
    "caucuses.longest_total_seconds": (
        N_("longest caucus"),
        N_("How long a caucus may be; the chair may insist on more."),
    ),
    "caucuses.longest_speech_seconds": (
        N_("longest speech in a caucus"),
        N_("How long a speech in a caucus may be; the chair may insist on more."),
    ),
    "caucuses.uneven_time": (
        N_("uneven time"),
        N_("What happens where the speeches do not fill the caucus evenly."),
    ),
    "caucuses.proposer_slot": (
        N_("the proposer's speech"),
        N_("Which place the proposer of a caucus may choose to speak."),
    ),
    "caucuses.extension_limit": (
        N_("longest extension"),
        N_("How long an extension may be, measured by the caucus."),
    ),
    "caucuses.extensions_max": (N_("number of extensions"), N_("How often a caucus may be extended.")),
    "caucuses.tiebreak": (
        N_("order of equal motions"),
        N_("Which of two motions of equal rank is put first."),
    ),
    "handling.seconds": (N_("seconds"), N_("Whether a motion needs the support of another member.")),
    "handling.speech_seconds": (
        N_("speeches on motions"),
        N_("How long a speech for or against a motion lasts."),
    ),
    "handling.mover_may_move_again": (
        N_("moving again"),
        N_("Whether a mover whose motion failed may move the same again."),
    ),
    "points.available": (
        N_("points"),
        N_("Which points the house knows, in the order in which they are taken."),
    ),
    "points.order_may_interrupt": (
        N_("interrupting points of order"),
        N_("Whether a point of order may interrupt a speaker."),
    ),
    "points.privilege_may_interrupt": (
        N_("interrupting points of privilege"),
        N_("When a point of personal privilege may interrupt a speaker."),
    ),
    "appeals.majority": (N_("majority of an appeal"), N_("What overrules a decision of the chair.")),
    "appeals.question": (N_("question of an appeal"), N_("How an appeal is put to the vote.")),
    "appeals.speakers_for": (N_("speakers for an appeal"), N_("How many speak for an appeal.")),
    "appeals.speakers_against": (N_("speakers against an appeal"), N_("How many speak against an appeal.")),
    "appeals.written": (N_("written appeals"), N_("Whether an appeal is first made in writing.")),
    "replies.written": (
        N_("written requests to reply"),
        N_("Whether a right of reply is asked for by a note."),
    ),
    "replies.seconds": (N_("length of a reply"), N_("How long a reply may last.")),
    "replies.appealable": (
        N_("appeals on replies"),
        N_("Whether the chair's decision on a reply may be appealed."),
    ),
    "replies.reply_to_reply": (N_("reply to a reply"), N_("Whether a reply may be answered by a reply.")),
    "timed_debate.used": (
        N_("debate with time for and against"),
        N_("Whether resolutions are debated one at a time, for and against."),
    ),
    "timed_debate.mode": (
        N_("mode of debate"),
        N_("Open debate hears either side at any time, closed debate first one, then the other."),
    ),
    "timed_debate.for_seconds": (N_("time for"), N_("How long a resolution is debated in favour.")),
    "timed_debate.against_seconds": (N_("time against"), N_("How long a resolution is debated against.")),
    "timed_debate.open_seconds": (N_("time of an open debate"), N_("How long an open debate lasts.")),
    "timed_debate.speech_seconds": (
        N_("speeches in debate"),
        N_("How long a speech on a resolution lasts."),
    ),
    "timed_debate.points_of_information": (
        N_("questions to speakers"),
        N_("Whether speakers on a resolution are asked points of information."),
    ),
    "timed_debate.amendment_for_seconds": (
        N_("time for an amendment"),
        N_("How long an amendment is debated in favour."),
    ),
    "timed_debate.amendment_against_seconds": (
        N_("time against an amendment"),
        N_("How long an amendment is debated against."),
    ),
    "timed_debate.consultations": (
        N_("informal consultations"),
        N_("Whether the text is taken paragraph by paragraph before action."),
    ),
}
