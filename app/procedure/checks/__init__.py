"""What stands against a motion by the effect that it would have; a module for each kind of effect."""
