"""When the vault must be locked: nobody is there, the screen is locked, the machine goes to sleep."""
