"""The child processes of the window: those of the core, the exporter with the painted formats as well."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.gui.painting.exporters import all_exporters
from desktop_app.worker import handlers
from desktop_app.worker.child import Handler
from desktop_app.worker.client import WorkerClient
from desktop_app.worker.exporting import ExportHandler
from desktop_app.worker.idling import idle_seconds
from desktop_app.worker.messages import Message, Role


def make_handler(role: Role) -> Handler:
    """The handler for ``role``; crosses the spawn by its name."""
    return ExportHandler(all_exporters) if role is Role.EXPORTER else handlers.make_handler(role)


def make_client(role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
    """The client of a child for ``role``, not started yet."""
    return WorkerClient(role, on_message, make_handler=make_handler, idle_seconds=idle_seconds(role))
