"""No text reaches a widget as markup: whatever is shown is Content, made by the one door `widgets/plain_text.py`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import smart_tui

FOLDERS = ("app", "screens", "widgets")
WIDGETS = frozenset(
    [
        "Static",
        "Label",
        "Button",
        "Checkbox",
        "RadioButton",
        "Collapsible",
        "TabPane",
        "Tab",
        "Link",
        "Markdown",
        "Option",
        "OptionList",
        "Select",
        "SelectionList",
        "Selection",
        "RadioSet",
        "ListItem",
        "ContentSwitcher",
        "Pretty",
        "Tooltip",
        "Toast",
        "Digits",
        "Log",
        "RichLog",
    ]
)
"""Widgets whose text Textual reads as markup."""
METHODS = frozenset(
    [
        "update",
        "notify",
        "add_option",
        "add_options",
        "set_options",
        "add_row",
        "add_column",
        "write_line",
        "add_leaf",
    ]
)
"""Methods that put a text into such a widget."""
ATTRIBUTES = frozenset(
    {"tooltip", "border_title", "border_subtitle", "label", "content", "prompt", "title", "sub_title"}
)
"""Attributes of a widget that are read as markup."""
SHOWN_KEYWORDS = frozenset(
    {"content", "label", "prompt", "title", "tooltip", "message", "renderable", "text"}
)
NEVER = frozenset({"from_markup", "escape", "render_markup", "to_content"})
MAKERS = frozenset({"content", "Content", "Text", "shown"})
"""Give Content, or what is no markup either; `shown` of screens/readings.py is content() with a colour."""


class Reader(ast.NodeVisitor):
    """Finds what is shown and is not surely Content."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[tuple[int, str]] = []
        self._makers = MAKERS | {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.returns and _is_content(node.returns)
        }
        self._names: list[set[str]] = [set()]
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Look at a function."""
        self._visit_function(node)

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Remember which names of a function hold Content; one that holds anything else as well does not."""
        held = {
            a.arg
            for a in [*node.args.args, *node.args.kwonlyargs]
            if a.annotation and _is_content(a.annotation)
        }
        self._names.append(held)
        given: dict[str, list[ast.expr]] = {}
        for name, value in _assigned(node):
            given.setdefault(name, []).append(value)
        for name, values in given.items():
            if all(map(self._safe, values)):
                held.add(name)
            else:
                held.discard(name)
        self.generic_visit(node)
        self._names.pop()

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        """Do the same."""
        self._visit_function(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Look at what a call shows."""
        name = _name(node.func)
        is_method = isinstance(node.func, ast.Attribute)
        if name in NEVER:
            self._complain(node, f"{name} reads markup")
        if name == "notify" and not _says_no_markup(node):
            self._complain(node, "notify without markup=False")
        elif (name in WIDGETS and not is_method) or (name in METHODS and is_method):
            shown = [*node.args, *(k.value for k in node.keywords if k.arg in SHOWN_KEYWORDS)]
            for value in [] if _says_no_markup(node) else shown:
                self._check(value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Look at what is put into an attribute that is shown."""
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                self._check(node.value)
        self.generic_visit(node)

    def _check(self, value: ast.expr) -> None:
        if not self._safe(value):
            self._complain(value, f"{ast.unparse(value)} may be read as markup")

    def _complain(self, node: ast.expr, said: str) -> None:
        self.found.append((node.lineno, said))

    def _safe(self, value: ast.expr) -> bool:
        match value:
            case ast.Constant(value=constant):
                return "[" not in str(constant)
            case ast.Dict() | ast.DictComp() | ast.Set() | ast.SetComp():
                return True
            case ast.IfExp(body=body, orelse=orelse):
                return self._safe(body) and self._safe(orelse)
            case ast.Starred(value=inner) | ast.Await(value=inner):
                return self._safe(inner)
            case ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.BoolOp(values=elts):
                return all(map(self._safe, elts))
            case ast.ListComp(elt=elt) | ast.GeneratorExp(elt=elt):
                return self._safe(elt)
            case ast.Name(id=name):
                return name in {"Content", "Text"} or any(name in names for names in self._names)
            case ast.Call(func=ast.Attribute(value=inner, attr=attr)):
                return attr in self._makers or (attr not in NEVER | {"plain"} and self._safe(inner))
            case ast.Call(func=ast.Name(id=name)):
                return name in self._makers
            case _:
                return False


def _assigned(function: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _pairs(target, node.value)
        elif isinstance(node, ast.NamedExpr | ast.AnnAssign | ast.AugAssign):
            if isinstance(node.target, ast.Name) and node.value:
                yield node.target.id, node.value
        elif isinstance(node, ast.For | ast.comprehension):
            for name in ast.walk(node.target):
                if isinstance(name, ast.Name):
                    yield name.id, node.iter


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) else [ast.Name("unknown")] * len(target.elts)
        for each, its in zip(target.elts, values, strict=True):
            yield from _pairs(each, its)


def _is_content(annotation: ast.expr) -> bool:
    return {it.strip() for it in ast.unparse(annotation).split("|")} <= {"Content", "Text", "None"}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _says_no_markup(node: ast.Call) -> bool:
    values = {k.arg: k.value for k in node.keywords}
    markup = values.get("markup")
    return isinstance(markup, ast.Constant) and markup.value is False


def complaints(source: str) -> list[tuple[int, str]]:
    return Reader(ast.parse(source)).found


def sources() -> list[Path]:
    package = Path(smart_tui.__file__).parent
    return [path for folder in FOLDERS for path in sorted((package / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", sources(), ids=lambda path: "/".join(path.parts[-2:]))
def test_whatever_is_shown_is_content(path: Path) -> None:
    assert not complaints(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "Static(goal.title)",
        "Static(f'{goal.title}')",
        "Static('a ' + title)",
        "Static('[b]bold[/b]')",
        "Label(say('Form'))",
        "Button(label=title)",
        "Option(title, id='x')",
        "OptionList(*titles)",
        "Static(content(a) if a else b)",
        "Static(content(a) or b)",
        "line.update(said)",
        "def f(said: str) -> None:\n    line.update(said)",
        "def f() -> None:\n    said = content(a)\n    said = b\n    line.update(said)",
        "def f() -> str: ...\nline.update(f())",
        "def f(titles):\n    for title in titles:\n        line.update(title)",
        "def f():\n    (a, b) = (content(x), y)\n    line.update(b)",
        "self.tooltip = goal.title",
        "self.border_title = f'{title}'",
        "self.notify(title)",
        "self.notify(content(title))",
        "self.notify(title, markup=True)",
        "app.notify('saved', markup=flag)",
        "Content.from_markup(title)",
        "Static(Content.from_markup('[b]$t[/b]', t=title))",
        "Text.from_markup(title)",
        "Static(escape(title))",
        "Static(str(content(title)))",
        "Static(content(title).plain)",
        "list.add_option(goal.title)",
        "table.add_row(goal.title)",
    ],
)
def test_text_that_may_be_markup_is_found(source: str) -> None:
    assert complaints(source)


@pytest.mark.parametrize(
    "source",
    [
        "Static()",
        "Static(id='x')",
        "Static(content(goal.title), classes=name)",
        "Static(Content('').join(parts))",
        "Static(Content.styled(title, '$muted'))",
        "Static(content(a).stylize('bold') if a else Content.empty())",
        "Label(title, markup=False)",
        "self.notify(title, markup=False)",
        "self.tooltip = None",
        "def f(said: Content) -> None:\n    line.update(said)",
        "def f() -> Content: ...\nline.update(f())",
        "def f() -> None:\n    said, b = content(a), 1\n    line.update(said or Content('–'))",
        "known.update({1: 2})",
    ],
)
def test_content_is_let_through(source: str) -> None:
    assert not complaints(source)
