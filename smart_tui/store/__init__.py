"""The goal file: the only place that speaks TOML."""
