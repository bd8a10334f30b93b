"""The program as questions and answers, a line each: for a screen reader, a slow line, a pipe."""
