"""Live screens: frames, sockets, polling, and what happens when the network misbehaves."""
