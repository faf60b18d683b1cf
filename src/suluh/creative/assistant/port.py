"""One call: chat completions as OpenAI's API has them, which llama.cpp, Ollama and vLLM speak too.

Form read at platform.openai.com/docs/api-reference/chat on 2026-11-27: POST {base}/chat/completions with `model`,
`messages`, `max_tokens`, `temperature`, `stream`; the answer's words are `choices[0].message.content`. No tools are
offered and no streaming is asked for: what comes back is a text, and nothing is done with it but to show it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from suluh.creative.assistant.tasks import Request
from suluh.foundation.addresses import AddressRefused
from suluh.foundation.errors import Refusal
from suluh.foundation.http import Answer, Http, TooLarge, TooSlow, Unreachable
from suluh.foundation.language import lazy as _

# Bytes of one answer; a text of the longest kind asked for is a hundredth of it.
LARGEST_ANSWER = 200_000
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_QUOTED = re.compile(r"\A[\"“'‘](?P<words>[^\"“”]*)[\"”'’]\Z")
_DENIED, _FULL, _FAULTS = (401, 403), 429, 500


class AssistantFailed(Refusal):
    """The assistant gave no words that can be shown."""

    code = "creative.E291"
    status = 502


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """Which service is asked: the base address, key and model an operator set. ``hosts`` may be private ones."""

    url: str
    model: str
    key: str = ""
    hosts: frozenset[str] = frozenset()
    seconds: int = 30

    @property
    def host(self) -> str:
        """Return where words are sent, as people are told."""
        return urlsplit(self.url).netloc.rpartition("@")[2]


def ask(endpoint: Endpoint, *, request: Request) -> str:
    """Return what the service writes, cleaned, on one line. Raises ``AssistantFailed``."""
    body = json.dumps(
        {
            "model": endpoint.model,
            "messages": [
                {"role": "system", "content": request.rules},
                {"role": "user", "content": request.words},
            ],
            "max_tokens": request.most_tokens,
            "temperature": 0.2,
            "stream": False,
        }
    ).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    words = _words_of(_answered(endpoint, body=body, headers=headers))
    if len(words) > request.most_characters:
        raise AssistantFailed(
            _("The assistant wrote far more than was asked for, so its answer is not used. Try again."),
            hint=f"{len(words)} characters",
            permanent=False,
        )
    return words


def _answered(endpoint: Endpoint, *, body: bytes, headers: dict[str, str]) -> Answer:
    http = Http(allow_hosts=endpoint.hosts)
    address = f"{endpoint.url}/chat/completions"
    try:
        answer = http.post(address, body=body, max_bytes=LARGEST_ANSWER, timeout=endpoint.seconds, headers=headers)
    except TooSlow as error:
        sentence = _("The assistant took longer than %(seconds)s seconds. Try again, or go on without it.")
        raise AssistantFailed(sentence % {"seconds": endpoint.seconds}, permanent=False) from error
    except TooLarge as error:
        raise _unreadable("too large") from error
    except (Unreachable, AddressRefused) as error:
        sentence = _("The assistant at %(host)s cannot be reached. Your words are unchanged.")
        raise AssistantFailed(
            sentence % {"host": endpoint.host}, hint=f"{error.code} {error.hint}", permanent=False
        ) from error
    _refuse_bad(answer)
    return answer


def _refuse_bad(answer: Answer) -> None:
    hint = f"status {answer.status}"
    if answer.status in _DENIED:
        sentence = _("The assistant does not accept this office's key. Tell the person who runs your Suluh.")
        raise AssistantFailed(sentence, hint=hint)
    if answer.status == _FULL:
        raise AssistantFailed(_("The assistant has too much to do. Try again in a minute."), hint=hint, permanent=False)
    if answer.status >= _FAULTS:
        raise AssistantFailed(_("The assistant has a fault of its own. Try again later."), hint=hint, permanent=False)
    if answer.status != 200:
        sentence = _("The assistant does not take this question. Tell the person who runs your Suluh.")
        raise AssistantFailed(sentence, hint=hint)


def _words_of(answer: Answer) -> str:
    try:
        content = json.loads(answer.body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _unreadable(type(error).__name__) from error
    if not isinstance(content, str):
        raise _unreadable("no text")
    words = " ".join(_UNSEEN.sub("", _THOUGHTS.sub(" ", content)).split())
    quoted = _QUOTED.fullmatch(words)
    words = quoted.group("words").strip() if quoted else words
    if not words:
        raise _unreadable("empty")
    return words


def _unreadable(why: str) -> AssistantFailed:
    sentence = _("The assistant's answer cannot be read. Try again, or go on without it.")
    return AssistantFailed(sentence, hint=why, permanent=False)
