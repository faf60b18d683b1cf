"""Background work: Procrastinate, in the same transaction as the change.

A task takes ids, may run twice, and finds the work done the second time. A job whose worker died is given to another
after it has been silent for ``settings.TAKE_OVER_AFTER`` seconds. Tasks stand in each room's ``tasks.py``.
"""

from __future__ import annotations

import asyncio

from django.conf import settings
from procrastinate.contrib.django import app

__all__ = ["app", "work"]


def work(*, concurrency: int, waits: bool, name: str = "suluh") -> None:
    """Do jobs until told to stop, or until none is left where ``waits`` is False."""

    async def run() -> None:
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        with app.replace_connector(connector) as worker_app:
            async with worker_app.open_async():
                await worker_app.run_worker_async(
                    concurrency=concurrency,
                    wait=waits,
                    name=name,
                    update_heartbeat_interval=settings.TAKE_OVER_AFTER / 4,
                    stalled_worker_timeout=settings.TAKE_OVER_AFTER,
                )

    asyncio.run(run())
