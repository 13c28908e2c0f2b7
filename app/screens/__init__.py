"""What an audience and what one seat sees: the floor becomes views, views become regions of HTML."""
