"""What the pages show, worked out before a widget exists: frozen values without a language."""
