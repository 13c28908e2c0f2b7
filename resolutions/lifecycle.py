"""The life of a paper as a table: which step leads from which stage to which."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Stage = Literal[
    "working_paper",
    "submitted",
    "returned",
    "approved",
    "introduced",
    "adopted",
    "failed",
    "withdrawn",
    "set_aside",
    "merged",
]
Step = Literal[
    "submit",
    "take_back",
    "return",
    "approve",
    "introduce",
    "amend",
    "adopt",
    "fail",
    "withdraw",
    "fall",
    "reconsider",
    "set_aside",
    "merge",
]

# Sources: rules reference, section 5 (approval, introduction, withdrawal) and section 7
# (reconsideration opens a decided draft again). A paper falls when too few sponsors are left (section 5,
# withdrawal [DUM]); what is set aside (referred, postponed, contradicted) may be
# introduced again; a paper is merged into another before its introduction.
STEPS: Mapping[tuple[Stage, Step], Stage] = MappingProxyType(
    {
        ("working_paper", "submit"): "submitted",
        ("working_paper", "withdraw"): "withdrawn",
        ("submitted", "take_back"): "working_paper",
        ("submitted", "return"): "returned",
        ("submitted", "approve"): "approved",
        ("submitted", "withdraw"): "withdrawn",
        ("submitted", "fall"): "working_paper",
        ("returned", "submit"): "submitted",
        ("returned", "withdraw"): "withdrawn",
        ("approved", "introduce"): "introduced",
        ("approved", "withdraw"): "withdrawn",
        ("approved", "fall"): "working_paper",
        ("introduced", "amend"): "introduced",
        ("introduced", "adopt"): "adopted",
        ("introduced", "fail"): "failed",
        ("introduced", "withdraw"): "withdrawn",
        ("introduced", "fall"): "working_paper",
        ("introduced", "set_aside"): "set_aside",
        ("set_aside", "introduce"): "introduced",
        ("working_paper", "merge"): "merged",
        ("submitted", "merge"): "merged",
        ("returned", "merge"): "merged",
        ("approved", "merge"): "merged",
        ("adopted", "reconsider"): "introduced",
        ("failed", "reconsider"): "introduced",
    }
)
WRITABLE: frozenset[Stage] = frozenset({"working_paper", "returned"})


class OutOfOrder(ValueError):
    """A step that the table does not have for this stage."""

    def __init__(self, stage: str, step: str) -> None:
        super().__init__(f"A paper that is {stage} cannot {step}.")
        self.stage, self.step = stage, step


def allowed(stage: Stage, step: Step) -> bool:
    """Say whether the table has this step for this stage."""
    return (stage, step) in STEPS


def after(stage: Stage, step: Step) -> Stage:
    """Give the stage a step leads to; raises OutOfOrder when the table does not have it."""
    if not allowed(stage, step):
        raise OutOfOrder(stage, step)
    return STEPS[stage, step]


def steps_from(stage: Stage) -> tuple[Step, ...]:
    """Give the steps that are open at a stage, in the order of the table."""
    return tuple(step for at, step in STEPS if at == stage)


def draft_symbol(pattern: str, topic: int, number: int) -> str:
    """Write a draft's symbol from the committee's pattern, "DR {topic}.{number}" giving "DR 1.2".

    ``topic`` and ``number`` count from one. Raises ValueError when the pattern has no ``{number}``, as two
    drafts would then share a symbol. Forms in use: rules reference, section 9, "Symbols".
    """
    if "{number}" not in pattern:
        raise ValueError("The pattern of a draft's symbol needs {number}.")
    return pattern.replace("{topic}", str(topic)).replace("{number}", str(number))
