"""What is kept, and for how long: the data directory, backups, the record taken away, erasing."""
