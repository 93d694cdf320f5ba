"""The company whose registers these are."""
