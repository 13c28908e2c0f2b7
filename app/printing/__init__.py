"""What Placard sets as PDF or draws as PNG: placards, badges, invites, minutes, the copy on paper.

`names.py` breaks names into lines, `sheets.py` says what stands on which sheet, the `.typ` files lay it out.
"""
