"""Papers beside the record: the text while it is written, its versions, rights and comments; its files."""
