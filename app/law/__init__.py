"""The law as pure functions over facts: who is in scope, what follows, what it can cost."""
