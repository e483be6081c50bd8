"""The graph of who answers to whom, who sits where, and what that tells."""
