"""The house's own background work."""

from __future__ import annotations

import logging

from django.conf import settings

from suluh.foundation.jobs import app

log = logging.getLogger("suluh.jobs")


@app.periodic(cron="* * * * * */5")
@app.task(name="foundation.take_over", queueing_lock="foundation.take_over")
async def take_over(timestamp: int) -> None:
    """Give the jobs of workers that died to living ones."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=settings.TAKE_OVER_AFTER):
        log.warning("job %s (%s) lost its worker; it is done again", job.id, job.task_name)
        await app.job_manager.retry_job(job)
