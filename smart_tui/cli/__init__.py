"""The command line: arguments in, text or app out; the only place that exits."""
