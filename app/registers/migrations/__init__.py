"""The revisions that bring an older vault up to date. Forward only; each names its tables itself and imports none."""
