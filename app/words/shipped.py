"""What files that ship with Placard say to people beside their data: bodies to take a roster from, rulebooks.

The files say it in English; here it is marked for translation, and a test holds that nothing is missing.
"""

from __future__ import annotations

from app.words.language import N_

BODIES = (
    N_("United Nations, all members"),
    N_("193 members; the Holy See and the State of Palestine are observers and can be added by hand."),
    N_("With Timor-Leste, admitted in October 2025."),
    N_("African Union"),
    N_(
        "All 55 members, also those whose part in the Union's work is suspended. The Sahrawi Republic is "
        "listed under the name of its territory."
    ),
    N_("European Union"),
    N_("Nineteen states, the European Union and the African Union."),
    N_("Seven states; the European Union takes part in every meeting."),
    N_("League of Arab States"),
    N_("Organization of American States"),
    N_(
        "Without Nicaragua, which left in November 2023; with Cuba and Venezuela, which are members and take "
        "no part."
    ),
    N_("Security Council"),
    N_(
        "Ten of the fifteen change by halves on every first of January. The rules of the Council are an "
        "overlay: choose it under Rules."
    ),
)
CALLED_THE_SAME = ("ASEAN", "G20", "G7", "NATO")
"""Bodies whose short name is the same in every language."""
EVIDENCE = (
    N_(
        "Motion mechanics from rule sets read whole [DUM] [JAM] [SMIT] [PAC]; the precedence table is "
        "general knowledge."
    ),
    N_("No sponsors [AASB] [WMGD]; one resolution for a topic is general knowledge."),
    N_("The rules were read whole [JAM]; what they leave open is as in the Harvard family."),
    N_("General knowledge of this circuit, not checked against a text."),
    N_(
        "Rules 18 and 19, voting bloc, documents and quizzes read; most of the long form is general "
        "knowledge."
    ),
    N_(
        "From guides and rule sets [GAVT] [ISC] [TIME] [PORG] [CAIS] [BFI] [MTRT] [THSC] and a part of the "
        "foundation's text [THYP]."
    ),
    N_(
        "Rule numbers from the UN's index; 74 [SAB], 116-119 [YG7], voting [PORG], [R475], [UNMU]; 88-90, "
        "95, 127-133 are general knowledge."
    ),
    N_(
        "From rule sets read in part or whole [UNAR] [UNAF] [UNAM] [UNAAM] [UNAD] [GEC]; the order of "
        "precedence is general knowledge."
    ),
)
