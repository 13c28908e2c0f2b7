"""Words: everything that people read about a floor, made at the edge and by language."""

from app.words.chair import chairs_line
from app.words.language import ENGLISH, N_, NN_, Language, Names, language
from app.words.measures import (
    clock_time,
    duration,
    duration_ms,
    head_code,
    listed,
    minutes_and_seconds,
    ordinal,
    short_duration,
    speech_length,
)
from app.words.minutes import act_sentences, event_sentence
from app.words.motions import motion_detail, motion_kind_name, motion_phrase, motion_title
from app.words.names import name_of, names_on, paper_name, topic_name
from app.words.refusals import refusal_sentence
from app.words.rule_names import rule_name
from app.words.votes import figure_sentence, figures, result_sentence, threshold_of, threshold_sentence
from app.words.whereabouts import phase_now, where_we_are

__all__ = [
    "ENGLISH",
    "NN_",
    "N_",
    "Language",
    "Names",
    "act_sentences",
    "chairs_line",
    "clock_time",
    "duration",
    "duration_ms",
    "event_sentence",
    "figure_sentence",
    "figures",
    "head_code",
    "language",
    "listed",
    "minutes_and_seconds",
    "motion_detail",
    "motion_kind_name",
    "motion_phrase",
    "motion_title",
    "name_of",
    "names_on",
    "ordinal",
    "paper_name",
    "phase_now",
    "refusal_sentence",
    "result_sentence",
    "rule_name",
    "short_duration",
    "speech_length",
    "threshold_of",
    "threshold_sentence",
    "topic_name",
    "where_we_are",
]
