"""What a committee has on paper before it meets: placards, badges and invite sheets, as PDF.

`names.py` breaks names into lines, `sheets.py` says what stands on which sheet, the `.typ` files lay it out.
"""
