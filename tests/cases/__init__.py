"""The cases of the reference on rules of procedure, as transcripts with what must come out of them."""
