"""Settings: ``environment`` reads what the operator says, ``server`` makes Django's settings of it."""
