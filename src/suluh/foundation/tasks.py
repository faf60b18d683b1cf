"""The house's own background work."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import connection
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status

from suluh.foundation.jobs import app

# A job that ends its worker as often as this would do so for ever: too large for the machine, or a fault in a library.
MOST_WORKERS_LOST = 4
log = logging.getLogger("suluh.jobs")


@app.periodic(cron="* * * * * */5")
@app.task(name="foundation.take_over", queueing_lock="foundation.take_over")
async def take_over(timestamp: int) -> None:
    """Give the jobs of workers that died to living ones."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=settings.TAKE_OVER_AFTER):
        await _give_back(job)


async def _give_back(job: Job) -> None:
    """Put a job back among those that wait, unless it has ended too many workers, or the same work waits already."""
    if job.attempts >= MOST_WORKERS_LOST:
        log.error("job %s (%s) lost its worker %d times; it is given up", job.id, job.task_name, job.attempts + 1)
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
        return
    try:
        await app.job_manager.retry_job(job)
    except UniqueViolation:  # what the clock asks for regularly: the next one stands in the queue
        await app.job_manager.finish_job(job, status=Status.ABORTED, delete_job=True)
    else:
        log.warning("job %s (%s) lost its worker; it is done again", job.id, job.task_name)


@app.periodic(cron="17 * * * *")
@app.task(name="foundation.forget_attempts", queueing_lock="foundation.forget_attempts")
def forget_attempts(timestamp: int) -> None:
    """Erase the counts of attempts that are over: those of signing in hold network addresses."""
    with connection.cursor() as cursor:
        cursor.execute("delete from suluh_cache where expires < now()")
        cursor.execute("delete from foundation_allowance where at < now() - interval '1 day'")
