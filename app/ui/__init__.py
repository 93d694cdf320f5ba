"""Qt pieces that know nothing of the law."""
