"""One folder per register; siblings never import each other."""
