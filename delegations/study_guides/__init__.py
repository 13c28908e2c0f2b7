"""Study guides: bytes to lines (reading), lines to a guide with findings (understanding)."""
