"""Paper: composed as values, typeset in one place."""
