"""The merge scenarios in small, by the program and by git, and whether their oracle sees what is wrong."""

import shutil
from pathlib import Path

import pytest
from reliability import merges

EACH = pytest.mark.parametrize("name", merges.SCENARIOS)


@EACH
def test_two_people_lose_nothing_of_one_another(name: str) -> None:
    for seed in range(8):
        merges.run(name, seed, merges.merged)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@EACH
def test_git_merges_with_this_program(name: str, tmp_path: Path) -> None:
    merges.run(name, 1, merges.Git(tmp_path).merged)


@EACH
def test_the_oracle_sees_a_merge_that_keeps_one_side_only(name: str) -> None:
    with pytest.raises(merges.BrokenError, match="wrong"):
        merges.run(name, 3, lambda _base, ours, _theirs: (ours, False))


def test_the_oracle_sees_what_nobody_can_read() -> None:
    with pytest.raises(merges.BrokenError, match="invalid"):
        merges.run("edit the same field", 3, lambda _base, ours, _theirs: (b"<<<<<<<\n" + ours, True))


def test_the_oracle_sees_a_comment_that_is_gone() -> None:
    def careless(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
        data, clashed = merges.merged(base, ours, theirs)
        return data.replace(b"# above of 0", b"# below of 0"), bool(clashed)

    seed = next(seed for seed in range(50) if b"# above of 0" in _ours("both add a goal", seed))
    with pytest.raises(merges.BrokenError, match="comments"):
        merges.run("both add a goal", seed, careless)


def _ours(name: str, seed: int) -> bytes:
    taken = b""

    def take(_base: bytes, ours: bytes, _theirs: bytes) -> tuple[bytes, bool]:
        nonlocal taken
        taken = ours
        return ours, False

    with pytest.raises(merges.BrokenError):
        merges.run(name, seed, take)
    return taken
