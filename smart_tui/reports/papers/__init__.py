"""Papers of a workshop: worksheet, goal sheets, the report. What each says is a value; three writers set it."""
