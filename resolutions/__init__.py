"""Documents of a committee and the counting of its votes: pure functions, usable without the app."""
