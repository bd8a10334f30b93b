"""Tries to lose something, for long: python tests/reliability [--quick] [--scale N] [--only NAME …]."""

import sys

from table import main

sys.exit(main())
