"""The sections of the board paper, one module each."""
