"""What `./placard COMMAND` does beside serving; `app/__main__.py` gives each its name and options."""
