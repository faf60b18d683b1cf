"""The assistant port: asks an OpenAI-compatible service for words, and checks them. Plain Python, off by default."""

from __future__ import annotations

from suluh.creative.assistant.checking import Unknown, unknown_in
from suluh.creative.assistant.port import AssistantFailed, Endpoint, ask
from suluh.creative.assistant.tasks import TASKS, Request, Task, request_for

__all__ = ["TASKS", "AssistantFailed", "Endpoint", "Request", "Task", "Unknown", "ask", "request_for", "unknown_in"]
