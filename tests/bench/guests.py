"""How long a guest waits for an answer while a whole workshop writes, and what the server takes of memory.

Run it: python tests/bench/guests.py [ROUNDS]. The server is a process of its own, its goals lie in a temporary folder.
Twenty guests join, then send each of their five pages in every round, all at the same moment: the worst there is. A
submit is timed from the press until the page that follows is there: one store operation, two answers.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median, quantiles

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from guest_browser import Browser  # noqa: E402  # the harness lies one folder up
from guest_host import StoreHost  # noqa: E402  # the same

from smart_tui.web.guest_server import GuestServer  # noqa: E402  # the same

GUESTS = (1, 5, 20)
ROUNDS = 3
LETTERS = "SMART"
SERVE = "serve"


def main() -> None:
    """Measure, then print a table; or be the server."""
    if sys.argv[1:2] == [SERVE]:
        asyncio.run(_serve(Path(sys.argv[2])))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    sys.stdout.write(
        f"{'guests':>6}  {'submits':>7}  {'median ms':>9}  {'p95 ms':>6}  {'worst ms':>8}  {'MiB':>4}  {'MiB before':>10}\n"
    )
    for guests in GUESTS:
        sys.stdout.write("".join(_line(guests, rounds)))
        sys.stdout.flush()


async def _serve(folder: Path) -> None:
    server = GuestServer(StoreHost(folder), lang="en")
    await server.start()
    sys.stdout.write(f"{server.links[0]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await server.stop()


def _line(guests: int, rounds: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, SERVE, folder]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdin is not None
            link = process.stdout.readline().strip()
            before = _resident(process.pid)
            times = asyncio.run(_workshop(link, guests, rounds))
            after = _resident(process.pid)
            process.stdin.close()
    yield (
        f"{guests:6}  {len(times):7}  {1000 * median(times):9.0f}  {1000 * quantiles(times, n=20)[-1]:6.0f}  "
        f"{1000 * max(times):8.0f}  {after:4.0f}  {before:10.0f}\n"
    )


async def _workshop(link: str, guests: int, rounds: int) -> list[float]:
    base = link.partition("/j/")[0]
    async with AsyncExitStack() as room:
        browsers = [await room.enter_async_context(Browser(base)) for _ in range(guests)]
        for number, guest in enumerate(browsers):
            await guest.join(link, f"Guest {number}")
        times: list[float] = []
        for _ in range(rounds):
            for letter in LETTERS:
                sent = (_submit(guest, number, letter) for number, guest in enumerate(browsers))
                times += await asyncio.gather(*sent)
    return times


async def _submit(guest: Browser, number: int, letter: str) -> float:
    sentence = f"Win {number + 100} new leads through our online channels by 31 December"
    fields = {"specific.sentence": sentence, "do": "coach"} if letter == "S" else {"do": "coach"}
    pressed = time.perf_counter()
    status = await guest.post(f"/{letter}", fields)
    assert status == 200, status
    return time.perf_counter() - pressed


def _resident(process: int) -> float:
    """Give the memory that a process holds, in MiB; NaN where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
