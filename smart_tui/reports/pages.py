"""Setting a page: a template and the style sheet of the same name, in one file that needs nothing else."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).with_name("templates")


def set_page(name: str, /, **values: object) -> str:
    """Fill a template in; every text in it is escaped."""
    style = (TEMPLATES / f"{name}.css").read_text("utf-8")
    return (
        _templates()
        .get_template(f"{name}.html")
        .render(
            values,
            style=style,
            # The browser applies this style sheet and nothing that a title might smuggle in.
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        )
    )


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
