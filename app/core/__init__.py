"""The few words that every other part may know."""
