"""An encrypted file that keeps frozen records and knows no register."""
