"""The screens of notes: those of one seat, and those of the dais."""
