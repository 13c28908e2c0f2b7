"""Files that cannot be opened, and how far an archive may unpack."""

MOST_UNPACKED = 64 * 2**20  # bytes


class DamagedFile(ValueError):
    """The bytes are no Word file or OpenDocument text that can be opened; the message is one sentence."""
