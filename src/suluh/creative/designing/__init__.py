"""An office's own layouts: what they may hold, and how they are drawn where they can do no harm. No database."""
