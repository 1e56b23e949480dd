"""Where sources give different values for what was asked."""
