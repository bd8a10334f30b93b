"""The wizard: five pages, one for each letter, each a function of one immutable draft."""
