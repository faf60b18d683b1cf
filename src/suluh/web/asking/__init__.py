"""Is this true: the page where anybody asks, the number they come back with, and what becomes of what they sent."""
