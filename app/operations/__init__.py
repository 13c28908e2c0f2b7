"""What whoever runs the server wants to know: is it well, what has it counted, what has it written down."""
