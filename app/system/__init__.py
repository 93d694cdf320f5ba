"""What the machine offers: shipped files, folders, settings, the log."""
