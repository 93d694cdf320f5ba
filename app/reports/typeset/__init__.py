"""Sets a `Document` as a tagged PDF. The only place in the program that knows ReportLab."""
