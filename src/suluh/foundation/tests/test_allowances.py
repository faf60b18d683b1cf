"""Who asks often waits; who shares a network with others is not locked out by them at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from suluh.foundation.allowances import Allowance, TooOften, sender_of
from suluh.foundation.models import Allowance as Row
from suluh.foundation.tasks import forget_attempts

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKING = Allowance(name="test", most=5, each_hour=360)

pytestmark = pytest.mark.django_db


def test_a_bucket_empties_and_fills_again_with_time() -> None:
    for _question in range(5):
        ASKING.take("203.0.113.7", at=START)
    with pytest.raises(TooOften) as refused:
        ASKING.take("203.0.113.7", at=START)
    assert refused.value.seconds == 10
    assert refused.value.status == 429
    ASKING.take("203.0.113.7", at=START + timedelta(seconds=10))
    with pytest.raises(TooOften):
        ASKING.take("203.0.113.7", at=START + timedelta(seconds=10))


def test_it_never_holds_more_than_its_most() -> None:
    ASKING.take("203.0.113.7", at=START)
    ASKING.take("203.0.113.7", cost=5, at=START + timedelta(days=3))
    with pytest.raises(TooOften):
        ASKING.take("203.0.113.7", at=START + timedelta(days=3))


def test_what_costs_more_takes_more_and_a_refusal_takes_nothing() -> None:
    ASKING.take("203.0.113.7", cost=4, at=START)
    with pytest.raises(TooOften) as refused:
        ASKING.take("203.0.113.7", cost=4, at=START)
    assert refused.value.seconds == 30
    ASKING.take("203.0.113.7", at=START)


def test_a_clock_that_goes_back_gives_nothing_away() -> None:
    ASKING.take("203.0.113.7", cost=5, at=START)
    with pytest.raises(TooOften):
        ASKING.take("203.0.113.7", at=START - timedelta(hours=1))


def test_senders_and_doings_are_counted_apart_and_a_household_together() -> None:
    ASKING.take("2001:db8:1:2::1", cost=5, at=START)
    with pytest.raises(TooOften):
        ASKING.take("2001:db8:1:ff::9", at=START)  # the same /56 holds 2001:db8:1:0-ff
    for other in ("2001:db8:1:100::1", "203.0.113.8", "", "no address"):
        ASKING.take(other, at=START)
    Allowance(name="other", most=1, each_hour=1).take("2001:db8:1:2::1", at=START)
    ASKING.take("::ffff:203.0.113.8", cost=4, at=START)
    with pytest.raises(TooOften):
        ASKING.take("203.0.113.8", at=START)


def test_no_address_is_kept_and_buckets_are_forgotten() -> None:
    ASKING.take("203.0.113.7", at=START - timedelta(days=400))
    assert [len(row.key) for row in Row.objects.all()] == [64]
    forget_attempts(0)
    assert not Row.objects.exists()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [(0, "203.0.113.9", "127.0.0.1"), (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"), (2, "203.0.113.9", "127.0.0.1")],
    ids=["none", "one", "fewer-than-said"],
)
def test_only_our_own_servers_say_who_asks(settings: Settings, proxies: int, forwarded: str, address: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded})
    assert sender_of(request) == address
