"""Everything that is measured, one table after the other: python tests/bench [ROUNDS]."""

import subprocess
import sys
from pathlib import Path

TABLES = {
    "commands.py": "Commands, beside a bare Python. Medians.",
    "sentences.py": "The coach. Milliseconds for a sentence, or for as many as there are.",
    "guests.py": "A workshop's guests, all pressing at once. From the press until the next page is there.",
    "keys.py": "A letter typed in the wizard, beside the smallest Textual app with a field. Medians.",
    "first_paint.py": "The dashboard, beside the smallest Textual app. Medians.",
}

for script, heading in TABLES.items():
    sys.stdout.write(f"{heading}\n\n")
    sys.stdout.flush()
    # Each in a process of its own: what the one has loaded would count as the other's memory.
    subprocess.run([sys.executable, str(Path(__file__).with_name(script)), *sys.argv[1:]], check=True)
    sys.stdout.write("\n")
