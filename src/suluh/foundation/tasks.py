"""The house's own background work."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import connection

from suluh.foundation.jobs import app

log = logging.getLogger("suluh.jobs")


@app.periodic(cron="* * * * * */5")
@app.task(name="foundation.take_over", queueing_lock="foundation.take_over")
async def take_over(timestamp: int) -> None:
    """Give the jobs of workers that died to living ones."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=settings.TAKE_OVER_AFTER):
        log.warning("job %s (%s) lost its worker; it is done again", job.id, job.task_name)
        await app.job_manager.retry_job(job)


@app.periodic(cron="17 * * * *")
@app.task(name="foundation.forget_attempts", queueing_lock="foundation.forget_attempts")
def forget_attempts(timestamp: int) -> None:
    """Erase the counts of sign-in attempts that are over: they hold network addresses."""
    with connection.cursor() as cursor:
        cursor.execute("delete from suluh_cache where expires < now()")
