"""Hundreds of mixed digests with random cancels and kills: does anything leak, hang, or go unanswered?

    python -m benchmarks.soak [--digests 300] [--steady 100] [--model ID|PATH] [--seed 1] [--json OUT]

Real children read texts, files and pages of a local server, some of them broken, and summarise with ``--model``;
without one, the writer's model is a stand-in server on this machine that repeats the beginning of the article word by
word. At random a job is cancelled, or its child killed or stopped. Every job must end with exactly one ``Done`` or
``Failed``, and the last digest must come out whole. Memory, threads, file handles, processes and temporary files of the
client and of each child are counted as it goes. At last ``--steady`` digests are made in peace, so that the same two
children do them all. The client's numbers of the second half must not grow over those of the first, nor those of the
children over the second half of the steady ones, when every dictionary is loaded. The exit code is 1 if anything is
wrong. Linux only.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from desktop_app.article import Article
from desktop_app.choices import Engine
from desktop_app.events import ArticleReady, FiguresReady, SummaryReady
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Emitted, Failed, Job, Message, ReadJob, Role, SummarizeJob

SENTENCES = (
    "The ferry to Lunde carried {n},000 passengers last year, {p}% more than the year before.",
    "The harbour invested {n}.4 million euros in a new pier, the municipality said on Monday.",
    "Паром перевёз за год {n} тысяч пассажиров — на {p}% больше, чем годом раньше.",
    "Громада витратила {n},4 млн євро на новий причал, повідомили в мерії в понеділок.",
    "Shopkeepers on the island say that the season was the best in {p} years.",
)
#: Seconds after which a job that has not ended counts as lost.
LOST = 300.0
#: What must not grow by more than so much.
OWN = (("own_mb", 8.0), ("threads", 1), ("handles", 2), ("processes", 1), ("temporary", 1))
OF_CHILDREN = tuple(
    (f"{role}_{what}", slack)
    for role in ("reader", "writer")
    for what, slack in (("mb", 8.0), ("threads", 1), ("handles", 2))
)


@dataclass(frozen=True)
class Sample:
    """What is in use: MB, and counts; ``reader_`` and ``writer_`` are those of the children, 0 while there is none."""

    digest: int
    own_mb: float
    threads: int
    handles: int
    processes: int
    temporary: int
    reader_mb: float
    reader_threads: int
    reader_handles: int
    writer_mb: float
    writer_threads: int
    writer_handles: int


class Clients:
    """The two clients of a window, and where their jobs stand."""

    def __init__(self) -> None:
        self.lock = threading.Condition()
        self.told: dict[int, list[Any]] = {}
        self.ends: dict[int, list[Done | Failed]] = {}
        self.clients = {role: WorkerClient(role, self._hear, patience=1.0) for role in (Role.READER, Role.WRITER)}

    def _hear(self, message: Message) -> None:
        with self.lock:
            if isinstance(message, Emitted):
                self.told.setdefault(message.id, []).append(message.event)
            else:
                self.ends.setdefault(message.id, []).append(message)
            self.lock.notify_all()

    def run(self, role: Role, job: Job, mischief: str, rng: random.Random) -> list[Any] | str:
        """Do ``job``, with ``mischief`` at a random moment; what it told, or the code of its failure."""
        client = self.clients[role]
        client.submit(job)
        struck = None
        if mischief:
            time.sleep(rng.choice((0.0, 0.01, 0.05, 0.2, 0.8)))
            struck = client.pid
            self._do(mischief, client, struck, job.id)
        end_by = time.monotonic() + LOST
        with self.lock:
            while job.id not in self.ends:
                if not self.lock.wait(max(0.1, end_by - time.monotonic())) and time.monotonic() > end_by:
                    raise SystemExit(f"job {job.id} never ended ({mischief or 'undisturbed'})")
            if mischief == "stop" and struck is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(struck, signal.SIGCONT)  # the job had ended before: the child is well
            told = self.told.pop(job.id, [])
            end = self.ends[job.id][0]
            return told if isinstance(end, Done) else end.error.code

    def _do(self, mischief: str, client: WorkerClient, pid: int | None, job: int) -> None:
        if mischief == "cancel" or pid is None:
            client.cancel(job)
            return
        try:
            os.kill(pid, signal.SIGKILL if mischief == "kill" else signal.SIGSTOP)
        except ProcessLookupError:
            return
        if mischief == "stop":  # deaf: only the stop ladder helps
            client.cancel(job)


def sample(digest: int, folder: Path, clients: Clients) -> Sample:
    """Count what is in use now."""
    own = os.getpid()
    counts: dict[str, Any] = {}
    for role, client in clients.clients.items():
        pids = family_of(client.pid) if client.pid is not None else []
        counts[f"{role}_mb"] = round(sum(memory_mb(pid) for pid in pids), 1)
        counts[f"{role}_threads"] = sum(count(pid, "task") for pid in pids)
        counts[f"{role}_handles"] = sum(count(pid, "fd") for pid in pids)
    return Sample(
        digest,
        memory_mb(own),
        threading.active_count(),
        count(own, "fd"),
        len(children_of(own)),
        sum(1 for _ in folder.rglob("*")),
        **counts,
    )


def count(pid: int, what: str) -> int:
    """How many threads (``task``) or open files (``fd``) process ``pid`` has; 0 if it is gone."""
    try:
        return len(os.listdir(f"/proc/{pid}/{what}"))
    except OSError:
        return 0


def family_of(pid: int) -> list[int]:
    """``pid`` with its children and theirs."""
    return [pid, *(one for child in children_of(pid) for one in family_of(child))]


def children_of(parent: int) -> list[int]:
    """The children of process ``parent``, by /proc; dead ones that wait to be collected count too."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
            command = status.with_name("cmdline").read_bytes()
        except OSError:
            continue
        # Python's own helper of spawned processes stays for as long as the parent.
        if int(fields[1]) == parent and b"resource_tracker" not in command:
            found.append(int(status.parent.name))
    return found


def memory_mb(pid: int) -> float:
    """Resident memory of ``pid`` that it shares with nobody, in MB."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0.0
    return round((int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)


class Pages(BaseHTTPRequestHandler):
    """Pages of a site that is not always well."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer by the path."""
        if "gone" in self.path:
            self.send_error(404)
            return
        if self.path == "/v1/models":
            self._answer("application/json", json.dumps({"data": [{"id": "stand-in"}]}).encode())
            return
        story = text(random.Random(self.path))
        body = f"<html lang=en><body><article><h1>Ferry</h1><p>{story}</p></article></html>".encode()
        self._answer("text/html; charset=utf-8", body, cut="short" in self.path)

    def _answer(self, kind: str, body: bytes, *, cut: bool = False) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) * (2 if cut else 1)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Play an OpenAI-compatible model that repeats the beginning of what it is given, not too fast."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words = re.findall(r"[^.]+\.", request["messages"][-1]["content"])[:2]
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with contextlib.suppress(OSError):  # stopped by the other side
            for word in " ".join(words).split(" "):
                self._event({"choices": [{"index": 0, "delta": {"content": f"{word} "}, "finish_reason": None}]})
                time.sleep(0.005)
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            self._event({"choices": [], "usage": {"prompt_tokens": 100, "completion_tokens": 30}})
            self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, chunk: dict[str, Any]) -> None:
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()


def text(rng: random.Random) -> str:
    """An article, of one sentence or of many."""
    lines = [
        rng.choice(SENTENCES).format(n=rng.randint(2, 90), p=rng.randint(2, 60)) for _ in range(rng.choice((3, 8, 40)))
    ]
    return "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4))


def source(rng: random.Random, site: str, folder: Path) -> Source:
    """Something to read: mostly well, sometimes not."""
    match rng.randrange(8):
        case 0 | 1:
            return UrlSource(f"{site}/{rng.randrange(10**6)}")
        case 2:
            return UrlSource(f"{site}/{rng.choice(('gone', 'short'))}/{rng.randrange(10**6)}")
        case 3:
            path = folder / "article.md"
            path.write_text(f"# The ferry\n\n{text(rng)}", encoding="utf-8")
            return FileSource(path)
        case 4:
            path = folder / "broken.pdf"
            path.write_bytes(b"%PDF-1.7\n" + rng.randbytes(2000))
            return FileSource(path)
        case _:
            return TextSource(text(rng))


def soak(
    digests: int, steady: int, model: str | None, seed: int, quiet: float
) -> tuple[list[Sample], Counter[str], Clients]:
    """Make ``digests`` digests, of which the share ``quiet`` is left in peace, then ``steady`` ones in peace."""
    rng = random.Random(seed)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    temporary = folder / "tmp"
    temporary.mkdir()
    os.environ["TMPDIR"] = str(temporary)  # of the children
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    options = SummaryOptions(model=model)
    if model is None:
        options = SummaryOptions(engine=Engine.SERVER, server_url=f"{site}/v1")
    clients, outcomes, samples = Clients(), Counter[str](), []
    for number in range(digests + steady):
        counted = number % 10 == 9  # both children are up then
        share = 1.0 if counted or number >= digests else quiet
        trouble = ["" if rng.random() < share else rng.choice(("cancel", "cancel", "kill", "stop")) for _ in range(2)]
        what = TextSource(text(rng)) if counted else source(rng, site, folder)
        told = clients.run(Role.READER, ReadJob(next_job_id(), what), trouble[0], rng)
        outcomes[_outcome("read", told, trouble[0])] += 1
        if not isinstance(told, str):
            article = next(event.article for event in told if isinstance(event, ArticleReady))
            assert any(isinstance(event, FiguresReady) for event in told)
            done = clients.run(Role.WRITER, SummarizeJob(next_job_id(), article, options), trouble[1], rng)
            assert isinstance(done, str) or any(isinstance(event, SummaryReady) for event in done)
            outcomes[_outcome("summarised", done, trouble[1])] += 1
        if counted:
            time.sleep(0.2)
            samples.append(sample(number + 1, temporary, clients))
            print(" ".join(f"{key}={value}" for key, value in asdict(samples[-1]).items()), flush=True)
    last = Article("-", text(random.Random(7)), lang="en")
    done = clients.run(Role.WRITER, SummarizeJob(next_job_id(), last, options), "", rng)
    outcomes["last one whole"] = int(not isinstance(done, str))
    server.shutdown()
    server.server_close()
    return samples, outcomes, clients


def _outcome(what: str, told: list[Any] | str, trouble: str) -> str:
    return f"not {what}: {told}{f' after {trouble}' if trouble else ''}" if isinstance(told, str) else what


def verdict(samples: list[Sample], digests: int, outcomes: Counter[str], clients: Clients) -> list[str]:
    """What is wrong."""
    wrong = []
    if twice := [job for job, ends in clients.ends.items() if len(ends) != 1]:
        wrong.append(f"{len(twice)} jobs ended more than once")
    if not outcomes["last one whole"]:
        wrong.append("the last digest failed")
    mixed = [one for one in samples if one.digest <= digests]
    steady = [one for one in samples if one.digest > digests]
    steady = steady[len(steady) // 2 :]  # the first are for dictionaries and libraries to be loaded
    for names, parts in ((OWN, mixed), (OF_CHILDREN, steady)):
        half = len(parts) // 2
        for name, slack in names:
            first, second = ([getattr(one, name) for one in part] for part in (parts[:half], parts[half:]))
            if first and statistics.median(second) > statistics.median(first) + slack:
                wrong.append(f"{name} grew from {statistics.median(first)} to {statistics.median(second)}")
    return wrong


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--digests", type=int, default=300)
    parser.add_argument("--steady", type=int, default=100, help="digests in peace at the end (100)")
    parser.add_argument("--model", help="a model that is installed; a stand-in by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quiet", type=float, default=0.7, help="share of jobs that are left in peace (0.7)")
    parser.add_argument("--json", metavar="OUT", type=Path)
    chosen = parser.parse_args()
    begun = time.monotonic()
    samples, outcomes, clients = soak(chosen.digests, chosen.steady, chosen.model, chosen.seed, chosen.quiet)
    wrong = verdict(samples, chosen.digests, outcomes, clients)
    for client in clients.clients.values():
        client.close(timeout=30)
    time.sleep(0.5)
    if left := children_of(os.getpid()):
        wrong.append(f"{len(left)} processes are left")
    print(f"{chosen.digests + chosen.steady} digests in {time.monotonic() - begun:.0f} s: {dict(outcomes)}")
    print("\n".join(wrong) or "nothing leaked, nothing was lost")
    if chosen.json:
        chosen.json.write_text(
            json.dumps({"samples": [asdict(one) for one in samples], "outcomes": outcomes, "wrong": wrong}, indent=1)
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
