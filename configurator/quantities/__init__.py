"""What a design takes, counted: tiles and what goes with them, skirting, worktops; each with how the number was got."""
