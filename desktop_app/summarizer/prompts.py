"""From a request to the words a model is given, by the templates of its family in the catalogue.

The text of an article is data: tokens that chat templates give a meaning to are taken out of it, so that a page cannot
end its own turn or speak as the system, and the instruction always follows the article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from desktop_app.choices import Length
from desktop_app.model_store.catalogue import Prompt
from desktop_app.summarizer.protocol import SummaryRequest

#: Control tokens of the chat templates in use: ChatML and Llama 3 <|…|>, DeepSeek <｜…｜>, Gemma turns, Llama 2
#: [INST] and <<SYS>>, sentence marks, T5's sentinels, thinking.
_CONTROL_TOKENS = re.compile(
    r"<\s*[|｜][^<>\n]{0,64}?[|｜]\s*>"
    r"|</?(?:s|bos|eos|pad|unk|mask|sep|cls|start_of_turn|end_of_turn|think|tool_call|extra_id_\d+)>"
    r"|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS|TOOL_CALLS)\]"
    r"|<</?SYS>>",
    re.IGNORECASE,
)

#: Characters of a question that the model is told.
_LONGEST_QUESTION = 300


def has_control_tokens(text: str) -> bool:
    """Whether ``text`` holds tokens that chat templates give a meaning to."""
    return bool(_CONTROL_TOKENS.search(text))


def clean_text(text: str) -> str:
    """``text`` without the control tokens of chat templates and without characters no article needs."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = "".join(" " if unicodedata.category(char) == "Cc" and char not in "\n\t" else char for char in text)
    # Taking one token out may join the halves of another around it.
    while (cleaned := _CONTROL_TOKENS.sub(" ", text)) != text:
        text = cleaned
    return text


@cache
def language_name(code: str) -> str:
    """English name of a BCP-47 language code, ``the language of the article`` where it is unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale("en").languages.get(code.split("-")[0].lower())
    except (UnknownLocaleError, ValueError):  # pragma: no cover - English is always there
        name = None
    return name if name and code != "und" else "the language of the article"


def render_user(prompt: Prompt, request: SummaryRequest) -> str:
    """The user's part of the prompt for ``request``."""
    title = clean_text(request.title or "").strip()
    text = clean_text(request.text).strip()
    rule = prompt.rule(request.length, request.style)
    template = prompt.user
    if request.about and prompt.about:
        template = template.partition("{text}")[0] + "{text}\n\n" + prompt.about
    rendered = template.format(
        language=language_name(request.lang),
        title=title,
        text=text,
        length=rule.instruction,
        about=_in_one_line(clean_text(request.about)),
    ).strip()
    sterner = prompt.beyond if request.beyond_title and prompt.beyond else prompt.retry
    if request.attempt and sterner:
        rendered += " " + sterner
    # Without a title its line is left empty.
    return rendered if title else re.sub(r"^(.*:)\n\n", r"\1\n", rendered, count=1)


def _in_one_line(question: str) -> str:
    """A reader's question as part of an instruction: one line, not endless."""
    return " ".join(question.split())[:_LONGEST_QUESTION]


def chat_messages(prompt: Prompt, request: SummaryRequest) -> list[dict[str, str]]:
    """Messages for a chat template: ``role`` and ``content`` each."""
    messages = [{"role": "user", "content": render_user(prompt, request)}]
    if prompt.system:
        system = prompt.system.format(language=language_name(request.lang))
        messages.insert(0, {"role": "system", "content": system})
    return messages


def empty_request(length: Length = Length.LONG) -> SummaryRequest:
    """A request without text, to measure what the templates themselves cost."""
    return SummaryRequest(text="", lang="en", source_lang="en", length=length)
