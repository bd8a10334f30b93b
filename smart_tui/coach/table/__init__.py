"""Reading tables: rows of strings, as a spreadsheet or a shop writes them, become goals or check-ins. Pure."""
