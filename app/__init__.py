"""The committee in session: rules, record, live screens and the pages people act on."""
