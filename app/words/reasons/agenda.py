"""What stands against acts of the agenda and of the general list when it runs empty."""

from app.words.language import N_

SENTENCES = {
    "agenda.one_topic": N_("The agenda has one topic. There is no order to set."),
    "agenda.topics": N_("An order names topics of the agenda, each once. Choose among them."),
    "agenda.in_debate": N_("A topic is under debate. Set the order when it has been dealt with."),
    "agenda.by_motion": N_(
        "This committee sets its agenda by a motion. Take one, or set the order when it has failed; "
        "the chair may insist."
    ),
    "agenda.order": N_(
        "The agenda puts {topic} next. Take it first, or have the order changed; the chair may insist."
    ),
    "topic.dealt": N_("{topic} has been voted on. Take another topic; the chair may insist."),
    "limit.nothing": N_("A limit of debate names a number or a length of speeches. Add one of them."),
    "motion.count": N_("A number of questions or speakers goes up to {most}. Choose a smaller one."),
    "meeting.no_time": N_("The next meeting needs a time. Say when it is; the chair may insist."),
    "list.none_here": N_("This house has no general speakers' list. The chair calls who speaks."),
    "list.full": N_(
        "Debate is limited to {most} more speakers. Ask for the limit to be lifted; the chair may insist."
    ),
    "list.not_exhausted": N_(
        "The speakers' list has not run empty. Hear those who wait, or take a motion; the chair may insist."
    ),
    "list.reopens": N_(
        "In this house an empty list is opened again. Take names or motions; the chair may insist."
    ),
}
RULE_NAMES = {
    "agenda.one_topic": N_("an agenda of one topic has no order"),
    "agenda.by_motion": N_("the agenda is set by a motion"),
    "agenda.order": N_("the order of the agenda"),
    "topic.dealt": N_("a topic is taken once"),
    "meeting.no_time": N_("the next meeting has a time"),
    "list.full": N_("the number of speakers"),
    "list.not_exhausted": N_("debate ends when the list is empty"),
    "list.reopens": N_("an empty list is opened again"),
}
