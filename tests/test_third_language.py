"""A language more is one catalogue and one lexicon: the code names none."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from catalogue import PACKAGE, collected, texts, told, write
from shell import TODAY, Said

LANG = "eo"
"""Esperanto, as far as these tests speak it."""
MARK = "¡"
"""Stands before everything that is said in it here."""
NAMED = re.compile(r"""["'](?:en|vi)["']""")
KNOWN = frozenset(
    {
        "words/language.py",  # the language of the texts in the code
        "coach/lexicon/__init__.py",  # the one whose words count where two have the same; the Vietnamese calendar
        "coach/sentence/words.py",  # letters that only Vietnamese has
        "coach/seasons.py",  # days that Vietnam keeps
        "goals/settings.py",  # an example
        "goals/draft.py",  # drafts from before there was more than one
        "store/editor.py",  # an editor is called so
    }
)
"""Files that name a language and may; all others ask what a language is like, not which it is."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the program with one language more, made as CONTRIBUTING says."""
    folder = tmp_path_factory.mktemp("program")
    copy = folder / "smart_tui"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    lexicon = copy / "coach" / "lexicon"
    words = json.loads((lexicon / "en.json").read_text("utf-8"))
    words["sentences"]["function"] = ["mi", "volas", "kaj", "gis"]
    words["phrasing"]["blanks"] = {"much": "[kiom]", "date": "[kiam]", "what": "[kio]"}
    (lexicon / f"{LANG}.json").write_text(json.dumps(words), "utf-8")
    catalogue = copy / "words" / "locale" / LANG / "LC_MESSAGES" / "smart_tui.po"
    catalogue.parent.mkdir(parents=True)
    write(catalogue, marked())
    return folder


def marked() -> Catalog:
    """Translate every text by a mark before it."""
    catalogue = Catalog(locale=LANG, domain="smart_tui", charset="utf-8")
    for message in told(collected()):
        said = tuple(f"{MARK}{text}" for text in texts(message))
        catalogue.add(message.id, said[0] if isinstance(message.id, str) else said)
    return catalogue


def run(package: Path, home: Path, *arguments: str) -> Said:
    """Run the program that was made."""
    done = subprocess.run(
        [sys.executable, "-m", "smart_tui", *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(package), "SMART_TUI_HOME": str(home)}
        | {"SMART_TUI_TODAY": TODAY, "LANG": f"{LANG}_XX.UTF-8", "PYTHONUTF8": "1"},
        cwd=package,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_it_is_offered_and_spoken(package: Path, tmp_path: Path) -> None:
    helped = run(package, tmp_path, "--help").out
    assert f"[en|{LANG}|vi]" in helped
    assert helped.startswith(f"{MARK}Usage:")
    assert run(package, tmp_path, "list").out.startswith(f"{MARK}No goals yet.")
    assert run(package, tmp_path, "--lang", "vi", "list").out.startswith("Chưa có mục tiêu nào.")
    assert run(package, tmp_path, "show", "nothing").err.startswith(f"{MARK}No goal is called")


def test_goals_are_kept_and_shown_in_it(package: Path, tmp_path: Path) -> None:
    assert run(package, tmp_path, "add", "Win 40 new leads by 31 December").code == 0
    assert run(package, tmp_path, "log", "leads", "+12").code == 0
    shown = run(package, tmp_path, "show", "leads").out
    assert f"{MARK}Deadline" in shown or f"{MARK}You need" in shown
    assert run(package, tmp_path, "report").out.startswith(f"# {MARK}Goals")


def test_the_coach_reads_it_by_its_own_words_and_leaves_its_own_blanks(package: Path, tmp_path: Path) -> None:
    read = json.loads(run(package, tmp_path, "coach", "--json", "mi volas many new leads").out)
    assert read["lang"] == LANG
    assert all(finding["message"].startswith(MARK) for finding in read["findings"])
    offered = [finding["suggestion"] for finding in read["findings"] if finding["suggestion"]]
    assert any("[kiom]" in suggestion for suggestion in offered)


def test_no_code_asks_which_language_it_is() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(
            NAMED.search(line) and "grammar" not in line and "entry.lang" not in line
            for line in path.read_text("utf-8").splitlines()
        )
    }
    assert found <= KNOWN
