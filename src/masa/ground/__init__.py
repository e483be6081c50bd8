"""The ground floor: what would be true of any English statute."""
