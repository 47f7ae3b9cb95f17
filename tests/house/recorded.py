"""Every (subject, verb) that the house writes into the journal, read from its source.

`Record(verb, subject, …)` names both; where the verb is a parameter of the function that records, whoever calls that
function names it, and so on.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import minplan

ROOT = Path(minplan.__file__).parent


class Function(NamedTuple):
    """A function by its module and name, with its parameters and the calls within."""

    module: str
    name: str
    parameters: tuple[str, ...]
    calls: tuple[ast.Call, ...]


class Source:
    """All functions of the house, and what each module calls others' functions."""

    def __init__(self) -> None:
        self.functions: list[Function] = []
        self.names: dict[str, dict[str, str]] = {}
        for path in sorted(ROOT.rglob("*.py")):
            module = ".".join(("minplan", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
            tree = ast.parse(path.read_text("utf-8"))
            self.names[module] = dict(_imported(tree))
            self.functions += _functions(module, tree)

    def called(self, module: str, call: ast.Call) -> str:
        """Whom a call is to, as `module.name`; a function of the same module has no import."""
        names = self.names[module]
        if isinstance(call.func, ast.Name):
            return names.get(call.func.id, f"{module}.{call.func.id}")
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            return f"{names.get(call.func.value.id, '')}.{call.func.attr}"
        return ""

    def said(self, name: str, within: Function) -> Iterator[str]:
        """The words that callers give for a parameter of a function."""
        place = within.parameters.index(name)
        for each in self.functions:
            for call in each.calls:
                if self.called(each.module, call) == f"{within.module}.{within.name}":
                    given = next((word.value for word in call.keywords if word.arg == name), None)
                    yield from self.word(given or call.args[place], each)

    def word(self, given: ast.expr, within: Function) -> Iterator[str]:
        """What an argument says; a star for what only the running house knows."""
        if isinstance(given, ast.Constant):
            yield str(given.value)
        elif isinstance(given, ast.IfExp):
            yield from (*self.word(given.body, within), *self.word(given.orelse, within))
        elif isinstance(given, ast.Name) and given.id in within.parameters:
            yield from self.said(given.id, within)
        else:
            yield "*"


def recorded() -> set[tuple[str, str]]:
    """Each pair."""
    source, found = Source(), set()
    for each in source.functions:
        for call in each.calls:
            if source.called(each.module, call).endswith(".Record"):
                verbs, subjects = (set(source.word(part, each)) for part in call.args[:2])
                found |= {(subject, verb) for subject in subjects for verb in verbs}
    return found


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((each.asname or each.name, f"{node.module}.{each.name}") for each in node.names)


def _functions(module: str, tree: ast.Module) -> Iterator[Function]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            calls = tuple(each for each in ast.walk(node) if isinstance(each, ast.Call))
            yield Function(module, node.name, tuple(each.arg for each in node.args.args), calls)
