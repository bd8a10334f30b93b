"""The weekly update: one goal after the other, one field each, and what the week has come to."""
