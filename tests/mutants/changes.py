"""The small changes that are tried: each makes one place inside one function of a file something else."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
# fmt: off
OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}
# fmt: on
"""What a comparison, a connective or a sum becomes."""
LEFT_OUT = (ast.Expr, ast.AugAssign, ast.Continue, ast.Break, ast.Raise)
"""Statements that are tried without."""
TELLS_NOTHING = ("annotation", "returns", "decorator_list", "type_comment")
"""Fields of a node in which a change would change nothing that runs."""


@dataclass(frozen=True)
class Mutant:
    """One change: the file from the top, its place among the file's changes, and the lines it needs.

    `function` is the qualified name of the outermost function that it is in, `body` the lines of that;
    `what` says the change in words.
    """

    file: str
    place: int
    lines: range
    function: str
    body: range
    what: str

    @property
    def name(self) -> str:
        """By which it is asked for again."""
        return f"{self.file}:{self.place}"

    def __str__(self) -> str:
        return f"{self.name} (line {self.lines.start}, {self.function}) {self.what}"


@dataclass(frozen=True)
class Change:
    """A field of a node, or one place of the list it holds, that becomes something else or is left out."""

    owner: ast.AST
    field: str
    place: int | None
    becomes: ast.AST | None
    what: str

    def make(self) -> None:
        """Change the tree."""
        if self.place is None:
            setattr(self.owner, self.field, self.becomes)
        elif self.becomes is None:
            del getattr(self.owner, self.field)[self.place]
        else:
            getattr(self.owner, self.field)[self.place] = self.becomes


def mutants(file: str) -> list[Mutant]:
    """Every change of a file (its path from the top)."""
    found = _found(ast.parse((TOP / file).read_text("utf-8")))
    return [
        Mutant(file, number, lines, name, body, change.what)
        for number, (name, body, lines, change) in enumerate(found)
    ]


def changed(mutant: Mutant) -> ast.Module:
    """The tree of the mutant's file with its change made."""
    tree = ast.parse((TOP / mutant.file).read_text("utf-8"))
    *_, change = list(_found(tree))[mutant.place]
    change.make()
    return ast.fix_missing_locations(tree)


def probed(mutants: Iterable[Mutant], file: str) -> ast.Module:
    """The tree of a file that says `__seen__(name)` before each place that these mutants change."""
    tree = ast.parse((TOP / file).read_text("utf-8"))
    for one in mutants:
        holder, place = _statement_at(tree, one.lines.start)
        holder.insert(place, _probe(one.name))
    return ast.fix_missing_locations(tree)


def _probe(name: str) -> ast.stmt:
    """A statement that has no line yet."""
    return ast.Expr(ast.Call(ast.Name("__seen__", ast.Load()), [ast.Constant(name)], []))


def _statement_at(tree: ast.Module, line: int) -> tuple[list[ast.stmt], int]:
    """The list and the place in it of the innermost statement that holds this line."""
    found: tuple[list[ast.stmt], int] = (tree.body, 0)
    for node in ast.walk(tree):  # outer ones come first
        for _, held in ast.iter_fields(node):
            for place, one in enumerate(held) if isinstance(held, list) else ():
                if isinstance(one, ast.stmt) and hasattr(one, "lineno") and line in _lines(one):
                    found = (held, place)
    return found


def _lines(node: ast.stmt) -> range:
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    return range(first, (node.end_lineno or first) + 1)


def _found(tree: ast.Module) -> Iterator[tuple[str, range, range, Change]]:
    for name, function in _functions(tree, ""):
        for lines, change in _within(function):
            yield name, _lines(function), lines, change


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield within + child.name, child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{within}{child.name}.")


def _within(statement: ast.stmt) -> Iterator[tuple[range, Change]]:
    """Each change in a statement and those below it; an assert only tells types what is so."""
    head = range(statement.lineno, _end_of_head(statement) + 1)
    for owner, field, place, node in _places(statement):
        if isinstance(node, ast.Assert):
            continue
        if isinstance(node, ast.stmt):
            lines = range(node.lineno, _end_of_head(node) + 1)
            yield from ((lines, one) for one in _of_statement(owner, field, place, node))
            yield from _within(node)
        else:
            line = getattr(node, "lineno", head.start)
            lines = head if line in head else range(line, (getattr(node, "end_lineno", None) or line) + 1)
            yield from ((lines, one) for one in _of_expression(owner, field, place, node))


def _end_of_head(statement: ast.stmt) -> int:
    """The last line of an `if` before what it holds; of a plain statement its last."""
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.end_lineno or statement.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(statement.lineno, first.lineno - 1)


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Where each node below stands, down to the statements in it but no further."""
    for field, value in ast.iter_fields(node):
        if field in TELLS_NOTHING:
            continue
        for place, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.arguments):
                yield node, field, place, child
                if not isinstance(child, ast.stmt):
                    yield from _places(child)


def _of_statement(owner: ast.AST, field: str, place: int | None, node: ast.stmt) -> Iterator[Change]:
    words = ast.unparse(node).partition("\n")[0][:70]
    if isinstance(node, LEFT_OUT) and not _says_nothing(node):
        yield Change(owner, field, place, ast.Pass(), f"without: {words}")
    if isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield Change(owner, field, place, ast.Return(ast.Constant(None)), f"None for: {words}")
    if isinstance(node, ast.If | ast.While) and _worth_turning(node.test):
        yield _turned(node, "test", None, node.test)


def _says_nothing(node: ast.stmt) -> bool:
    """Whether it is a docstring, or what only tells types that nothing else can be."""
    if not isinstance(node, ast.Expr):
        return False
    return isinstance(node.value, ast.Constant) or ast.unparse(node).startswith("assert_never(")


def _of_expression(owner: ast.AST, field: str, place: int | None, node: ast.AST) -> Iterator[Change]:
    if type(node) in OTHER and not _joins_words(owner):
        other = OTHER[type(node)]
        words = f"{other.__name__} for {type(node).__name__} in: {ast.unparse(owner)[:60]}"
        yield Change(owner, field, place, other(), words)
    elif isinstance(node, ast.Constant):
        for value in _other_values(node.value):
            yield Change(owner, field, place, ast.Constant(value), f"{value} for {node.value!r}")
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "replace":
        for at, one in enumerate(node.keywords):
            yield Change(node, "keywords", at, None, f"replace() without {ast.unparse(one)[:50]}")
    else:
        yield from _turned_within(node)


def _other_values(value: object) -> tuple[int, ...]:
    if isinstance(value, bool):
        return (not value,)
    return (value + 1, value - 1) if isinstance(value, int) else ()


def _turned_within(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.IfExp(test=test) if _worth_turning(test):
            yield _turned(node, "test", None, test)
        case ast.comprehension(ifs=ifs):
            yield from (_turned(node, "ifs", at, one) for at, one in enumerate(ifs) if _worth_turning(one))
        case ast.match_case(guard=ast.expr() as guard) if _worth_turning(guard):
            yield _turned(node, "guard", None, guard)


def _worth_turning(test: ast.expr) -> bool:
    """Whether turning it round is not the same as turning its one comparison round."""
    if not isinstance(test, ast.Compare) or len(test.ops) > 1:
        return True
    return isinstance(test.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE)


def _turned(owner: ast.AST, field: str, place: int | None, test: ast.expr) -> Change:
    becomes = ast.UnaryOp(ast.Not(), test)
    return Change(owner, field, place, becomes, f"not: {ast.unparse(test)[:60]}")


def _joins_words(owner: ast.AST) -> bool:
    """Whether it puts words or rows together, so that nothing else would even run."""
    sides = (owner.left, owner.right) if isinstance(owner, ast.BinOp) else ()
    return any(isinstance(one, ast.JoinedStr | ast.Tuple | ast.List) or _is_text(one) for one in sides)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
