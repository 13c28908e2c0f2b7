"""What stands in static/: vendored files as pinned, colours as measured, pages and scripts within the policy.

After adding or changing a vendored file, `python tests/test_static.py` draws sprite and hashes anew.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

TOP = Path(__file__).resolve().parent.parent
STATIC, TEMPLATES = TOP / "static", TOP / "app" / "templates"
PINNED = (STATIC / "vendor" / "VENDOR.json", TOP / "tests" / "browser" / "vendor" / "VENDOR.json")
SPRITE = STATIC / "vendor" / "icons" / "sprite.svg"
CSS = (STATIC / "placard.css").read_text("utf-8")


class Vendored(TypedDict):
    """One vendored thing: its folder beside the list, and each file of it with its SHA-256."""

    folder: str
    name: str
    version: str
    licence: str
    licence_file: str
    files: dict[str, str]


def pinned() -> list[tuple[Path, Vendored]]:
    """Every vendored thing, with the list that pins it."""
    return [(at, one) for at in PINNED for one in json.loads(at.read_text("utf-8"))]


def digest(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def files_of(at: Path, one: Vendored) -> list[Path]:
    """Every file in the folder of `one`, but the list itself."""
    return sorted(file for file in (at.parent / one["folder"]).iterdir() if file.is_file() and file != at)


def sprite() -> str:
    """All icons as one SVG of symbols: a page asks for one file, a pushed region carries only names."""
    symbols = [
        f'<symbol id="{icon.stem}" viewBox="0 0 24 24">{_shapes(icon)}</symbol>'
        for icon in sorted(SPRITE.parent.glob("*.svg"))
        if icon != SPRITE
    ]
    head = '<svg xmlns="http://www.w3.org/2000/svg"><!-- lucide-static, ISC; see LICENSE -->'
    return "\n".join([head, *symbols, "</svg>\n"])


def _shapes(icon: Path) -> str:
    found = re.search(r"<svg[^>]*>(.*)</svg>", icon.read_text("utf-8"), re.DOTALL)
    assert found, f"{icon.name} is not an SVG drawing"
    return re.sub(r">\s+<", "><", found[1]).strip()


# ---- vendored files ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "one"), pinned(), ids=lambda value: value["name"] if isinstance(value, dict) else ""
)
def test_a_vendored_thing_is_what_was_pinned_and_carries_its_licence(at: Path, one: Vendored) -> None:
    assert {file.name: digest(file) for file in files_of(at, one)} == one["files"]
    assert "ermission" in (at.parent / one["licence_file"]).read_text("utf-8") or "MPL" in one["licence"]
    assert one["name"] and one["version"] and one["licence"]


def test_nothing_stands_in_vendor_unlisted() -> None:
    folders = {one["folder"] for at, one in pinned() if at == PINNED[0]}
    assert {entry.name for entry in PINNED[0].parent.iterdir() if entry.is_dir()} == folders


def test_the_sprite_is_drawn_from_the_icons() -> None:
    assert SPRITE.read_text("utf-8") == sprite()


def test_every_country_has_a_flag() -> None:
    flags = {file.stem for file in (STATIC / "vendor" / "flags").glob("*.svg")}
    assert len(flags) == 252  # 249 codes of ISO 3166-1, and eu, un, xk
    assert {"gh", "mx", "ps", "ss", "tl", "va", "tw", "un", "eu", "xk"} <= flags


def test_every_icon_that_a_template_or_script_names_is_there() -> None:
    have = {file.stem for file in SPRITE.parent.glob("*.svg")}
    named = {
        name
        for file in TEMPLATES.rglob("*.html")
        for name in re.findall(
            r"(?:\bicon\(|icon_name=|'icon': |icon=)'([a-z0-9-]+)'", file.read_text("utf-8")
        )
    }
    assert named and named <= have, named - have


# ---- the stylesheet ------------------------------------------------------------------------------

TOKEN = re.compile(r"(--[\w-]+):\s*(#[0-9a-fA-F]{3,6})\s*;")


def tokens(theme: str) -> dict[str, str]:
    """The colours that the stylesheet gives for `theme`; system-dark is the media query."""
    opening = {
        "light": ':root, [data-theme="light"] {',
        "dark": '  [data-theme="dark"] {',
        "contrast": '  [data-theme="contrast"] {',
        "system-dark": "    :root:not([data-theme]) {",
    }[theme]
    return dict(TOKEN.findall(CSS.split(opening, 1)[1].split("}", 1)[0]))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, 1.4.3 (relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# The table of the house style: token, ground, ratio in light, ratio in dark (rounded there to one place).
MEASURED = [
    ("--edge", "--paper", 3.9, 4.3), ("--edge", "--tint", 3.5, 3.9),
    ("--ink", "--paper", 18.1, 17.4), ("--ink", "--tint", 16.4, 15.9),
    ("--ink-2", "--paper", 8.7, 11.4), ("--ink-2", "--tint", 7.9, 10.4),
    ("--ink-3", "--paper", 6.0, 8.3), ("--ink-3", "--tint", 5.5, 7.6),
    ("--seal", "--paper", 9.8, 10.1), ("--ink", "--seal-tint", 15.8, 15.2),
    ("--yes", "--paper", 5.2, 8.2), ("--no", "--paper", 5.2, 8.9),
    ("--abstain", "--paper", 6.7, 11.9), ("--none", "--paper", 3.5, 5.2),
]  # fmt: skip
LEGIBLE = [  # words on a ground, beyond that table
    ("--on-seal", "--seal"), ("--on-vote", "--yes"), ("--on-vote", "--no"), ("--on-vote", "--abstain"),
    ("--paper", "--ink"), ("--paper", "--ink-2"), ("--ink-3", "--sunk"), ("--ink-3", "--seal-tint"),
    ("--seal", "--seal-tint"),
    ("--ink-2", "--yes-tint"), ("--ink-2", "--no-tint"), ("--ink-2", "--abstain-tint"),
]  # fmt: skip


def test_both_dark_blocks_are_equal() -> None:
    assert tokens("dark") == tokens("system-dark")
    assert set(tokens("dark")) == set(tokens("light")) == set(tokens("contrast"))


@pytest.mark.parametrize(("token", "ground", "light", "dark"), MEASURED)
def test_contrast_is_what_the_house_style_measured(
    token: str, ground: str, light: float, dark: float
) -> None:
    for theme, ratio in (("light", light), ("dark", dark)):
        colours = tokens(theme)
        assert contrast(colours[token], colours[ground]) == pytest.approx(ratio, abs=0.06), theme


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("words", "ground"), LEGIBLE)
def test_words_can_be_read(words: str, ground: str, theme: str) -> None:
    colours = tokens(theme)
    assert contrast(colours[words], colours[ground]) >= (7 if theme == "contrast" else 4.5)


@pytest.mark.parametrize("ink", ["--ink", "--ink-2"])
def test_the_projector_reaches_seven_to_one(ink: str) -> None:
    assert all(
        contrast(tokens(theme)[ink], tokens(theme)["--paper"]) >= 7 for theme in ("light", "dark", "contrast")
    )


def test_the_stylesheet_asks_for_nothing_that_is_not_here() -> None:
    wanted = re.findall(r"url\(([^)]+)\)", CSS)
    assert len(wanted) == 12
    assert all((STATIC / url).is_file() for url in wanted)
    assert "@import" not in CSS


def test_each_layer_is_in_the_declared_order() -> None:
    declared = re.search(r"@layer ([\w, ]+);", CSS)
    assert declared
    assert re.findall(r"^@layer (\w+) \{", CSS, re.MULTILINE) == declared[1].split(", ")


# ---- templates and scripts within the policy -----------------------------------------------------


@pytest.mark.parametrize(
    "file", sorted(TEMPLATES.rglob("*.html")), ids=lambda file: str(file.relative_to(TEMPLATES))
)
def test_a_template_needs_no_inline_style_or_script(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|\|\s*safe\b|Markup\(", text)
    assert not re.search(r"<script(?![^>]*(?:src=|application/json))", text)
    assert not re.search(r"https?://(?!www\.w3\.org)", text)


def test_the_scripts_run_as_they_stand_and_reach_nobody_else() -> None:
    for file in STATIC.glob("*.js"):
        text = file.read_text("utf-8")
        assert not re.search(r"\beval\(|new Function|innerHTML|randomUUID\(|https?://", text), file.name
        for module in re.findall(r"from '(\./[\w.]+)'", text):
            assert (STATIC / module).is_file(), f"{file.name} imports {module}"


def test_htmx_knows_every_key_that_the_page_sets() -> None:
    meta = re.search(r"name=\"htmx-config\" content='([^']+)'", (TEMPLATES / "base.html").read_text("utf-8"))
    source = (STATIC / "vendor" / "htmx" / "htmx.min.js").read_text("utf-8")
    config = re.search(r"this\.config=\{(.*?allowEmptySwapAfterOOB.*?)\}", source)
    assert meta and config
    wanted = json.loads(meta[1])
    assert wanted == {
        "includeIndicatorCSS": False, "history": False, "mode": "same-origin",
        "morphIgnore": ["data-htmx-powered", "open"],
    }  # fmt: skip
    assert all(re.search(rf"\b{key}:", config[1]) for key in wanted)
    assert "hx-ignore" in source or "ignore]" in source


def write() -> None:
    """Draw the sprite and write the hashes of every list again."""
    SPRITE.write_text(sprite(), "utf-8")
    for at in PINNED:
        listed: list[Vendored] = json.loads(at.read_text("utf-8"))
        for one in listed:
            one["files"] = {file.name: digest(file) for file in files_of(at, one)}
        at.write_text(json.dumps(listed, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write()
