"""Sentences to begin with (row 34): what they leave open is a blank, as in the coach's own rewrites."""

from smart_tui.words.language import msgid

TEMPLATES = (
    (msgid("Template: win so many"), msgid("Win [how many] new leads through our website [by when]")),
    (msgid("Template: so many every month"), msgid("Sign [how many] new contracts every month [by when]")),
    (msgid("Template: raise a rate"), msgid("Raise the conversion rate to [how many] percent [by when]")),
    (
        msgid("Template: stay under a cost"),
        msgid("Keep the cost per lead under [how many] dollars [by when]"),
    ),
)
"""The name of each, and the sentence."""
READ_ON = msgid("More about SMART goals: https://en.wikipedia.org/wiki/SMART_criteria")
