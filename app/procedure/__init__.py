"""Rules of procedure, pure: a floor and a command in, events or refusals out."""
