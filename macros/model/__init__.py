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
from macros.model.questions import (
    Beat,
    Checklist,
    ChecklistItem,
    Question,
    QuestionBank,
    Remark,
    SampleAnswer,
)
from macros.model.rounds import Loop, Round, Segment, Stage
from macros.model.stories import Stories, Story, StoryArea, StoryPart, StoryPiece
from macros.model.values import Saying, Succession, Value, Values, ValueSet

__all__ = [
    "Area",
    "Band",
    "Beat",
    "Checklist",
    "ChecklistItem",
    "Clarification",
    "Design",
    "Edition",
    "Figure",
    "Focus",
    "Levels",
    "Loop",
    "Note",
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
    "Source",
    "Stage",
    "Step",
    "StepWork",
    "Stories",
    "Story",
    "StoryArea",
    "StoryPart",
    "StoryPiece",
    "Succession",
    "SystemToKnow",
    "Value",
    "ValueSet",
    "Values",
]
