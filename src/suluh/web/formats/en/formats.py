"""English hours of 0 to 24, as in Bahasa Indonesia: Django's own say “midnight” and “noon”."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "N j, Y, H:i"
SHORT_DATETIME_FORMAT = "m/d/Y H:i"
