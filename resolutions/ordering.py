"""Fractional order keys: strings that sort like fractions, so that there is always a place between two."""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST_KEY = 200
_BASE = len(DIGITS)


def key_between(before: str | None, after: str | None) -> str:
    """Give an order key that sorts strictly between two others.

    Args:
        before: the key of the left neighbour, or None at the start of the list.
        after: the key of the right neighbour, or None at the end of the list.

    Returns:
        The shortest convenient key; it never ends in "0", so that there is always room below it.

    Raises:
        ValueError: a key is malformed, or ``before`` does not sort before ``after``.

    Source of the idea: fractional indexing as used by collaborative editors (D. Greenspan, "Implementing
    Fractional Indexing", 2020). Appending counts up one digit at a time, so keys of a list that is only
    appended to stay short.
    """
    for key in (before, after):
        if key is not None and not is_order_key(key):
            raise ValueError(f"{key!r} is not an order key")
    if before is not None and after is not None and before >= after:
        raise ValueError(f"{before!r} does not sort before {after!r}")
    if before is None and after is None:
        return DIGITS[_BASE // 2]
    if after is None:
        return _above(before or "")
    if before is None:
        return _below(after)
    return _middle(before, after)


def is_order_key(key: str) -> bool:
    """Say whether a string has the form of an order key: digits and letters, not ending in "0"."""
    return (
        bool(key)
        and len(key) <= LONGEST_KEY
        and all(digit in DIGITS for digit in key)
        and not key.endswith("0")
    )


def _above(key: str) -> str:
    for place, digit in enumerate(key):
        if digit != DIGITS[-1]:
            return key[:place] + DIGITS[DIGITS.index(digit) + 1]
    return key + DIGITS[1]


def _below(key: str) -> str:
    for place, digit in enumerate(key):
        value = DIGITS.index(digit)
        if value > 1:
            return key[:place] + DIGITS[value - 1]
        if value == 1:
            return key[:place] + DIGITS[0] + DIGITS[-1]
    raise ValueError(f"{key!r} is not an order key")


def _middle(before: str, after: str) -> str:
    shared = 0
    while shared < len(after) and _digit(before, shared) == _digit(after, shared):
        shared += 1
    low, high = _digit(before, shared), _digit(after, shared)
    head = after[:shared]
    if high - low > 1:
        return head + DIGITS[(low + high) // 2]
    if len(after) > shared + 1:
        return head + DIGITS[high]
    rest = before[shared + 1 :]
    return head + DIGITS[low] + (_above(rest) if rest else DIGITS[_BASE // 2])


def _digit(key: str, place: int) -> int:
    return DIGITS.index(key[place]) if place < len(key) else 0
