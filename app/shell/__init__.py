"""The window, its pages in order, and the door that opens the vault."""
