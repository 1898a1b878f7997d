"""What is measured, and how: sequential requests over one connection, rounds interleaved."""

import statistics
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from time import perf_counter

from tests.bench.server import processor_seconds

CONSTANT = "/-/liveness"


@dataclass
class Target:
    """An address and what the rounds have found about it.

    ``medians`` and ``slowest`` (the 95th percentile) are times of an answer in milliseconds, one
    for each round; ``processor`` is the server's processor time for one answer in milliseconds.
    """

    name: str
    path: str
    queries: int | None = None
    size: int = 0
    medians: list[float] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        """The median of the rounds' medians."""
        return statistics.median(self.medians)


def ask(connection: HTTPConnection, path: str) -> tuple[float, int]:
    """Return time (milliseconds) and size (bytes) of an answer.

    Raises:
        RuntimeError: the answer is not 200.
    """
    start = perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    elapsed = (perf_counter() - start) * 1000
    if response.status != 200:
        raise RuntimeError(f"{path} answers {response.status}.")
    return elapsed, len(body)


def run_round(
    target: Target, connection: HTTPConnection, site: subprocess.Popen, requests: int
) -> None:
    """Ask for the target's page a number of times, and note what was found."""
    used = processor_seconds(site)
    times = []
    for _request in range(requests):
        elapsed, target.size = ask(connection, target.path)
        times.append(elapsed)
    target.medians.append(statistics.median(times))
    target.slowest.append(statistics.quantiles(times, n=20)[-1])
    if used is not None:
        target.processor.append((processor_seconds(site) - used) * 1000 / requests)


def measure(
    targets: Iterable[Target], site: subprocess.Popen, address: str, rounds: int, requests: int
) -> None:
    """Measure all targets in turn, round after round, so that a busy moment meets them all."""
    connection = HTTPConnection(address, timeout=60)
    try:
        for target in targets:  # what is made at the first request only
            for _request in range(5):
                ask(connection, target.path)
        for _round in range(rounds):
            for target in targets:
                run_round(target, connection, site, requests)
    finally:
        connection.close()
