"""The API at /api/v1/. ``root`` builds it; each other module holds the operations of one subject."""
