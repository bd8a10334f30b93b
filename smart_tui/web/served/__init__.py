"""The person's own program in their browser, behind a link that works once."""
