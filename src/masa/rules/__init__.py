"""The second floor: every verdict, with its reasons."""
