"""What a user can do, and the ports it needs."""
