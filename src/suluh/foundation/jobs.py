"""Background work: Procrastinate, in the same transaction as the change.

A task takes ids, may run twice, and finds the work done the second time. A job whose worker died is given to another
after it has been silent for ``settings.TAKE_OVER_AFTER`` seconds. Tasks stand in each room's ``tasks.py``; they are
asked for by ``defer``, never by the task's own method, which in a worker would not wait for the transaction.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from typing import Any

from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ConnectorException
from procrastinate.manager import JobManager
from procrastinate.tasks import Task

log = logging.getLogger("suluh.jobs")
# Seconds until a worker that lost PostgreSQL looks for it again.
WAIT_FOR_POSTGRESQL = 2.0

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
    """Do jobs until told to stop, or until none is left where ``waits`` is False.

    Where PostgreSQL goes away, what was begun is left to be done again, and the work goes on when it is back.
    """
    asyncio.run(_work(concurrency=concurrency, waits=waits, name=name))


async def _work(*, concurrency: int, waits: bool, name: str) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    while not stop.is_set():
        try:
            await _work_once(stop, concurrency=concurrency, waits=waits, name=name)
        except ConnectorException as error:
            if not waits:
                raise
            log.warning("PostgreSQL does not answer: %s", str(error.__cause__ or error).strip())
        if not waits:
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), timeout=WAIT_FOR_POSTGRESQL)


async def _work_once(stop: asyncio.Event, *, concurrency: int, waits: bool, name: str) -> None:
    """Be a worker until ``stop``, until no job is left, or until PostgreSQL goes away."""
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker_app:
        async with worker_app.open_async():
            worker = asyncio.ensure_future(
                worker_app.run_worker_async(
                    concurrency=concurrency,
                    wait=waits,
                    name=name,
                    update_heartbeat_interval=settings.TAKE_OVER_AFTER / 4,
                    stalled_worker_timeout=settings.TAKE_OVER_AFTER,
                    delete_jobs="successful",  # the clock alone makes a job every few seconds
                    install_signal_handlers=False,
                )
            )
            told = asyncio.ensure_future(stop.wait())
            await asyncio.wait({worker, told}, return_when=asyncio.FIRST_COMPLETED)
            told.cancel()
            worker.cancel()  # lets jobs that were begun come to their end
            with contextlib.suppress(asyncio.CancelledError):
                await worker
