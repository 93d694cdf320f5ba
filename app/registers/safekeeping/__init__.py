"""What proves that the vault itself is safe: backups that were restored on trial, and checks of the recovery sheet."""
