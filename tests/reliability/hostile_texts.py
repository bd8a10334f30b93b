"""Texts made to break programs that show them: markup, orders to a terminal, hidden marks, piles, names of files."""

import json

PLANTED = "PWNED"
"""Stands in every text that gives an order, so that a title or a clipboard set by it is found."""

MARKUP = {
    "close": "Goal [/] done",
    "close-named": "[/bold]",
    "wrong-close": "[bold][/italic]",
    "link": "[link=http://x.example]go[/link]",
    "link-open": "[link=http://x.example]",
    "box": "[x] done [/x]",
    "price": "Save [$100]",
    "half": "[1/2] and [draft] run 5k",
    "click": "[@click=app.quit]free money[/]",
    "click-open": "[@click=app.quit]x",
    "click-quoted": "[@click=\"app.bell('PWNED')\"]x[/]",
    "nested": "[[[[bold]]]] [/[",
    "backslash": "\\[bold\\] \\",
    "unclosed": "[bold",
    "variable": "[$primary]$text $title {name} %s %(x)s {0} {",
    "colour": "[red]lose weight[/red] [on #ff0000]",
    "html": "<script>alert('PWNED')</script>&amp;\"'<img src=x onerror=alert(1)>",
    "markdown": "| # *a* _b_ `c` ![x](javascript:PWNED) <!-- --> ~~~ ```",
    "ics": "a;b,c\\n:END:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:PWNED",
    "csv": "=cmd|' /C calc'!A0",
    "jinja": "{{ 7 * 7 }}{% raw %}{# PWNED #}",
}
ORDERS = {
    "esc": "\x1b[2J\x1b[31mPWNED\x1b[0m",
    "osc52": "\x1b]52;c;UFdORUQ=\x1b\\",
    "title-bel": "\x1b]2;PWNED\x07",
    "title-st": "\x1b]0;PWNED\x1b\\",
    "link": "\x1b]8;;http://PWNED.example\x1b\\x\x1b]8;;\x1b\\",
    "dcs": "\x1bPPWNED\x1b\\",
    "apc": "\x1b_GPWNED\x1b\\\x1b^PWNED\x1b\\",
    "c1": "\x9b31mPWNED\x9c \x9d2;PWNED\x9c \x90x\x9c \x85",
    "answerback": "\x05\x1b[c\x1b[6n\x1b[?1049h\x1bc",
    "nul": "a\x00PWNED",
    "del": "a\x7f\x08\x08PWNED",
    "lines": "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j",
    "tab": "\ta\t\tb",
    "shift": "\x0e\x0fPWNED",
}
HIDDEN = {
    "bidi": "\u202egnp.exe\u202c \u2066x\u2069 \u061c \u200f",
    "zero": "a\u200bb\u200cc\u200dd\ufeffe\u2060f",
    "separators": "a\u2028b\u2029c",
    "tags": "a\U000e0041\U000e0042\U000e007f",
    "soft": "a\u00adb\u034fc\u115f\u3164",
    "private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "nonchars": "\ufffe\uffff\ufdd0",
    "zalgo": "Z" + "\u0301\u0327\u0489" * 1_700,
    "keycaps": "a" + "\u20e3\u20dd" * 500,
    "variations": "a" + "\ufe0f" * 500 + "\U000e0100" * 500,
    "family": "👨‍👩‍👧‍👦" * 60,
    "flags": "🇻🇳" * 100,
    "wide": "中" * 300,
    "jamo": "\u1100\u1161\u11a8" * 200,
    "interlinear": "\ufff9a\ufffab\ufffb",
    "musical": "\U0001d173\U0001d17a",
    "shorthand": "\U0001bca0\U0001bca3 \U00013430\U000110bd",
    "arabic": "\u0600\u06dd\u070f\u08e2 ﷽" * 20,
    "mongolian": "\u180b\u180e\u180f",
    "nfd": "Vie\u0323\u0302t" * 50,
    "ligature": "ﬀ" * 200 + "\u1e9e\u0130" * 100,
    "spaces": "\u00a0\u2003\u3000\u1680 ",
}
NAMES = {
    "parent": "../../etc/passwd",
    "option": "-rf --help",
    "device": "CON",
    "nul-name": "a\x00.html",
    "newline-name": "a\nb.html",
    "long-name": "a" * 300,
    "long-text": "x" * 300_000,
    "one-word": "https://" + "y" * 10_000,
    "many-words": "word " * 20_000,
    "empty": "",
    "blank": "   \t ",
    "formula-plus": "+1+1",
    "formula-at": "@SUM(1)",
    "formula-tab": "\t=1",
    "formula-cr": "\r=1",
    "formula-minus": "-2+3",
}
FAMILIES = {"markup": MARKUP, "orders": ORDERS, "hidden": HIDDEN, "names": NAMES}


def quoted(text: str) -> str:
    """Write a text as TOML: everything but letters as an escape, so that the file itself is valid."""
    return json.dumps(text, ensure_ascii=False).translate({0x7F: "\\u007f"})
