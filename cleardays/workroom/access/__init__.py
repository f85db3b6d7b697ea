"""Who is looking, what they may see and do, and the guard that makes forgetting a crash."""
