"""Taking a press release apart. ``structure`` is the engine, ``to_story`` makes a story of what it found."""
