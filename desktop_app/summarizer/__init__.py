"""Summaries: engines behind one protocol, prompts, and the way from an article to a finished summary."""

from desktop_app.cancelling import CancelCheck
from desktop_app.summarizer.opening import open_summarizer
from desktop_app.summarizer.protocol import (
    PromptRead,
    StreamItem,
    Summarizer,
    SummaryRequest,
    TextPiece,
    Usage,
)

__all__ = [
    "CancelCheck",
    "PromptRead",
    "StreamItem",
    "Summarizer",
    "SummaryRequest",
    "TextPiece",
    "Usage",
    "open_summarizer",
]
