"""Jobs are saved with the change, and none is lost with its worker."""

from __future__ import annotations

import logging

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.testing import InMemoryConnector

from suluh.content.tasks import publish_due
from suluh.foundation import jobs, tasks


@pytest.mark.django_db
@pytest.mark.parametrize("is_worker", [False, True])
def test_a_job_is_saved_with_the_change_or_not_at_all(is_worker: bool) -> None:
    """Also where a task asks for the job: a worker's own connections know nothing of the transaction."""
    elsewhere = InMemoryConnector()

    @transaction.atomic
    def undone() -> None:
        jobs.defer(publish_due, lock="", timestamp=1)
        raise KeyError

    with jobs.app.replace_connector(elsewhere if is_worker else jobs.app.connector):
        with pytest.raises(KeyError):
            undone()
        assert not jobs.is_under_way(publish_due, timestamp=1)
        with transaction.atomic():
            jobs.defer(publish_due, lock="", timestamp=1)
        assert jobs.is_under_way(publish_due, timestamp=1)
        assert not jobs.is_under_way(publish_due, timestamp=2)
    assert elsewhere.jobs == {}


def _doing(name: str, *, queueing_lock: str | None = None, attempts: int = 0) -> int:
    """Save a job of a worker that has been silent for an hour."""
    with connection.cursor() as cursor:
        cursor.execute(
            "with dead as (insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour')"
            " returning id) insert into procrastinate_jobs (queue_name, task_name, status, queueing_lock, attempts,"
            " args, worker_id) select 'default', %s, 'doing', %s, %s, '{}', id from dead returning id",
            [name, queueing_lock, attempts],
        )
        return int(cursor.fetchone()[0])


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_jobs_of_a_dead_worker_are_done_again_whatever_else_it_left(caplog: pytest.LogCaptureFixture) -> None:
    regular = _doing("content.publish_due", queueing_lock="content.publish_due")
    jobs.defer(publish_due, lock="", timestamp=1)  # the clock asked again meanwhile: only one may wait
    harmful = _doing("creative.draw", attempts=tasks.MOST_WORKERS_LOST)
    lost = _doing("creative.draw")
    with caplog.at_level(logging.ERROR, logger="suluh.jobs"):
        async_to_sync(tasks.take_over.func)(timestamp=0)
    states = dict(ProcrastinateJob.objects.values_list("pk", "status"))
    assert states[lost] == "todo"
    assert states[harmful] == "failed"
    assert str(harmful) in caplog.text
    assert regular not in states
