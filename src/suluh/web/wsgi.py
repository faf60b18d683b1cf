"""What the HTTP server runs."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.settings.server")
application = get_wsgi_application()

from suluh.verification import api as verification  # noqa: E402 - its tables can be read from here on

verification.warm_up()
