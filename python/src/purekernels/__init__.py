"""Pure functions of plain Python, traced into programs."""
