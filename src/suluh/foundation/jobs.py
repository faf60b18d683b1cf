"""Background work: Procrastinate, in the same transaction as the change.

A task takes ids, may run twice, and finds the work done the second time. A job whose worker died is given to another
after it has been silent for ``settings.TAKE_OVER_AFTER`` seconds. Tasks stand in each room's ``tasks.py``; they are
asked for by ``defer``, never by the task's own method, which in a worker would not wait for the transaction.
"""

from __future__ import annotations

import asyncio
from typing import Any

from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.manager import JobManager
from procrastinate.tasks import Task

__all__ = ["app", "defer", "is_under_way", "work"]


def defer(task: Task[Any, Any, Any], *, lock: str, **ids: int | str) -> None:
    """Save a job with the change: where the transaction is undone, there is no job. Jobs of one ``lock`` take turns."""
    wanted = task.configure(lock=lock)
    # A worker's own connector has connections of its own, which know nothing of the task's transaction.
    wanted.job_manager = JobManager(DjangoConnector())
    wanted.defer(**ids)


def is_under_way(task: Task[Any, Any, Any], **ids: int | str) -> bool:
    """Tell whether a job with these ids waits or is being done."""
    jobs = ProcrastinateJob.objects.filter(task_name=task.name, args__contains=ids, status__in=("todo", "doing"))
    return jobs.exists()


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
                    delete_jobs="successful",  # the clock alone makes a job every few seconds
                )

    asyncio.run(run())
