"""Origins that are not this server's own, however alike they look."""

from __future__ import annotations


def foreign(own: str) -> dict[str, str | None]:
    """Origins that are not `own`, by what is wrong with them."""
    scheme, _, host = own.partition("://")
    name, _, port = host.partition(":")
    other = {"http": "https", "https": "http"}[scheme]
    return {
        "missing": None,
        "empty": "",
        "null": "null",
        "foreign": "https://evil.example",
        "look-alike behind": f"{own}.evil.example",
        "look-alike before": f"{scheme}://evil-{host}",
        "look-alike with a user": f"{scheme}://{host}@evil.example",
        "a sub-domain": f"{scheme}://www.{host}",
        "another scheme": f"{other}://{host}",
        "another port": f"{scheme}://{name}:1",
        "no port": f"{scheme}://{name}" if port else f"{own}:8000",
        "in capitals": own.upper(),
        "with a path": f"{own}/",
        "two of them": f"{own} {own}",
    }
