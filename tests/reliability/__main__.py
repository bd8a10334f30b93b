"""Tries to lose something, for long: python tests/reliability [--quick] [--scale N] [--only NAME …]."""

import sys
from pathlib import Path

# The tests' helpers, and this program without an installation.
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from reliability.table import main  # noqa: E402 - found only now

sys.exit(main())
