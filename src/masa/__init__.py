"""English multi-agency safeguarding arrangements (MASA) as values."""
