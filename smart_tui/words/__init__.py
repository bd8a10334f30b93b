"""Sentences, numbers and dates as a language writes them: the only place that makes sentences."""
