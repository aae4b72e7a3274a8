"""What the facts are: one frozen model for each kind. No files are read here and nothing is drawn.

A field's type says whether its text is plain or Markdown and what it refers to (macros/fields.py).
"""

from macros.model.assessment import Area, Band, Levels, Role, Rung, Signal, SignalGroup
from macros.model.design import (
    Clarification,
    Design,
    Focus,
    Reading,
    Research,
    Scenario,
    Step,
    StepWork,
    SystemToKnow,
)
from macros.model.evidence import Edition, Figure, Note, Source
from macros.model.permalinks import Permalinks
from macros.model.plan import Checklist, ChecklistItem, Plan, Size, Work
from macros.model.questions import (
    Ask,
    AskGroup,
    Beat,
    Question,
    QuestionBank,
    Remark,
    SampleAnswer,
)
from macros.model.rounds import FirstQuestion, Loop, Pattern, Round, Segment, Stage
from macros.model.stories import Stories, Story, StoryArea, StoryPart, StoryPiece
from macros.model.style import Alike, Coverage, Filler, Length, Likeness, Style
from macros.model.values import Saying, Succession, Value, Values, ValueSet

__all__ = [
    "Alike",
    "Area",
    "Ask",
    "AskGroup",
    "Band",
    "Beat",
    "Checklist",
    "ChecklistItem",
    "Clarification",
    "Coverage",
    "Design",
    "Edition",
    "Figure",
    "Filler",
    "FirstQuestion",
    "Focus",
    "Length",
    "Levels",
    "Likeness",
    "Loop",
    "Note",
    "Pattern",
    "Permalinks",
    "Plan",
    "Question",
    "QuestionBank",
    "Reading",
    "Remark",
    "Research",
    "Role",
    "Round",
    "Rung",
    "SampleAnswer",
    "Saying",
    "Scenario",
    "Segment",
    "Signal",
    "SignalGroup",
    "Size",
    "Source",
    "Stage",
    "Step",
    "StepWork",
    "Stories",
    "Story",
    "StoryArea",
    "StoryPart",
    "StoryPiece",
    "Style",
    "Succession",
    "SystemToKnow",
    "Value",
    "ValueSet",
    "Values",
    "Work",
]
