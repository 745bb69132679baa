"""Making Kratko known to the desktop and the shell: menu entry, icons, file types, manual page, completion."""

from desktop_app.integration.completion import SHELLS, completion
from desktop_app.integration.files import integration_files
from desktop_app.integration.manual import manual_page
from desktop_app.integration.placing import Placed, place, program, remove, user_share

__all__ = [
    "SHELLS",
    "Placed",
    "completion",
    "integration_files",
    "manual_page",
    "place",
    "program",
    "remove",
    "user_share",
]
