"""A defect of the window itself is told in the window, and in full on stderr; the program goes on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.gui.message_bar import MessageBar

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def telling(bar: Callable[[], MessageBar], language: Callable[[], str]) -> Hook:
    """An exception hook for ``sys.excepthook`` that shows the defect in the bar that ``bar`` gives."""

    def tell(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, value, trace, file=sys.stderr)
        if not issubclass(kind, Exception):
            return
        from desktop_app.errors import InternalError
        from desktop_app.messages import describe_error

        wording = describe_error(InternalError(reason=f"{kind.__name__}: {value}"), language())
        bar().show_message("error", wording.title, wording.advice)

    return tell
