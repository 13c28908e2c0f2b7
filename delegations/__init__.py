"""Who sits in the room and what they were given to read: a library without web, clock or disk."""
