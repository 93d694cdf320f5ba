"""The pages: each gets a model, a language and a few callables, and decides nothing."""
