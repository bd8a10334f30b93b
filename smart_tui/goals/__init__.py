"""The goal and its rules: pure values and functions of (goal, calendar, today)."""
