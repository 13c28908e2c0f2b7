"""What is read beside the floor: the library and its texts, profiles, who stands near whom."""
