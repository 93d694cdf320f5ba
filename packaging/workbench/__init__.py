"""What `dev.py` does: it makes the project's own Python, and runs, checks, tests and freezes the program with it."""
