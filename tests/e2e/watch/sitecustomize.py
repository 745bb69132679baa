"""Loaded by every Python process of a watched run: notes each contact in the file ``$KRATKO_WATCH``.

Audit events as in https://docs.python.org/3/library/audit_events.html; they cannot be switched off again.
"""

import json
import os
import sys

_LOG = os.environ.get("KRATKO_WATCH")
_WATCHED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WATCHED:
        plain = [argument for argument in arguments if isinstance(argument, str | int | tuple | bytes)]
        with open(_LOG, "a", encoding="utf-8") as log:
            log.write(json.dumps([event, repr(plain)]) + "\n")


if _LOG:
    sys.addaudithook(_note)
