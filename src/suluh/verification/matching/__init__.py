"""Which fact-check is a circulating text about? Plain Python, no Django: see README.md."""
