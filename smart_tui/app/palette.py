"""The command palette: what can be done here, goals by their names, settings, and sentences to begin with."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, cast

from msgspec import Struct
from rich.text import Text
from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from smart_tui.goals.names import plain
from smart_tui.goals.standing import Standing
from smart_tui.widgets.key_bar import key_name
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.standing import status_word, time_text

MOVING = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape", "tab", "space"}
)


class Item(Struct, frozen=True):
    """One thing to choose."""

    name: str
    told: str
    run: Callable[[], Any]
    key: str = ""
    """That which does it without the palette."""
    discovered: bool = True
    """Whether it is shown before anything was typed."""


class Offering(Protocol):
    """An app that has something to offer."""

    def offered(self, screen: Screen[Any]) -> Iterable[Item]:
        """Give what can be chosen over a screen."""

    @property
    def spoken(self) -> Language:
        """The language of the palette."""


class Offers(Provider):
    """Finds by any words of a name, accents and case ignored."""

    async def discover(self) -> Hits:
        """Show what there is."""
        for item in self._items():
            if item.discovered:
                yield DiscoveryHit(_line(item), item.run, text=item.name, help=_unmarked(item.told))

    async def search(self, query: str) -> Hits:
        """Find what bears all words that were typed; a name that begins with them comes first."""
        wanted = plain(query)
        found = False
        for item in self._items():
            name = plain(item.name)
            if all(word in name for word in wanted.split()):
                found = True
                score = 1.0 if name.startswith(wanted) else 0.75 if f" {wanted}" in name else 0.5
                yield Hit(score, _line(item), item.run, text=item.name, help=_unmarked(item.told))
        if wanted and not found:
            said = self._offering.spoken.say("nothing is called so")
            yield Hit(0.1, Text(said), lambda: None, text=said)

    @property
    def _offering(self) -> Offering:
        return cast("Offering", self.app)

    def _items(self) -> Iterable[Item]:
        return self._offering.offered(self.screen)


class Palette(CommandPalette):
    """Looks like the rest of the program; it opens on what can be done here."""

    DEFAULT_CSS = """
    Palette {
        & > Vertical { width: 78; max-width: 100%; margin-top: 2; background: $panel; &:dark { background: $panel; } }
        #--input { border: none; background: $panel; padding: 1 1 0 1; }
        #--input.--list-visible { border: none; }
        #--input SearchIcon { display: none; }
        #--input CommandInput { background: $field; color: $foreground; padding: 0 1; }
        #--input CommandInput > .input--placeholder { color: $muted; }
        CommandList { background: $panel; border: none; padding: 1; max-height: 75vh; }
        CommandList > .option-list--option { padding: 0 1; color: $foreground; }
        CommandList > .option-list--option-highlighted { background: $selected; color: $bright; }
        &:ansi CommandList > .option-list--option-highlighted { text-style: reverse; }
        LoadingIndicator { border: none; }
        & > .command-palette--help-text { color: $muted; text-style: not bold; }
    }
    """

    def __init__(self, lang: Language) -> None:
        placeholder = lang.say("A goal, or what you want to do")
        super().__init__(providers=[Offers], placeholder=placeholder, id="--command-palette")


def actions(lang: Language, screen: Screen[Any]) -> Iterator[Item]:
    """Offer what the keys of a screen do, each once; nobody looks here for a way to move about."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        offered = binding.id and active.enabled and binding.tooltip and binding.key not in MOVING
        name = lang.say(binding.tooltip)
        if offered and isinstance(active.node, (Screen, App)) and name not in seen:
            seen.add(name)

            def run(action: str = binding.action, node: Any = active.node) -> Any:
                return screen.app.run_action(action, node)

            yield Item(name, "", run, key_name(lang, binding.key))


def goals(lang: Language, standings: Iterable[Standing], go_to: Callable[[int], Any]) -> Iterator[Item]:
    """Offer every goal by its title."""
    for standing in standings:

        def run(place: int = standing.place) -> Any:
            return go_to(place)

        told = f"{status_word(lang, standing.status)} · {time_text(lang, standing)}"
        yield Item(clean_title(standing.goal.title), told, run, discovered=False)


def _line(item: Item) -> Text | str:
    """Give a name, a goal's as it is; only what has a key, our own words, is markup."""
    if not item.key:
        return Text(item.name)
    return f"{_unmarked(item.name)}[not bold $muted]  {_unmarked(item.key)}[/]"


def _unmarked(told: str) -> str:
    """Give a text that is read as markup, and says itself."""
    return told.replace("[", r"\[")
