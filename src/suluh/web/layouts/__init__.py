"""The designers' desk: an office's own layouts, written with a picture beside, used, shared."""
