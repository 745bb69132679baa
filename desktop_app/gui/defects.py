"""A defect of the window itself is told in the window, and in full on stderr; the program goes on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from desktop_app.errors import InternalError
from desktop_app.gui.message_bar import MessageBar
from desktop_app.messages import describe_error

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def telling(bar: MessageBar, language: Callable[[], str]) -> Hook:
    """An exception hook for ``sys.excepthook`` that shows the defect in ``bar``."""

    def tell(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, value, trace, file=sys.stderr)
        if not issubclass(kind, Exception):
            return
        wording = describe_error(InternalError(reason=f"{kind.__name__}: {value}"), language())
        bar.show_message("error", wording.title, wording.advice)

    return tell
