"""Speech engines, one file each, each holding one ``LISTENER``."""
