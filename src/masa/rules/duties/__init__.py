"""What published arrangements are held against: one small function for each duty."""
