"""What the environment says, read once, typed and refused at the start when wrong. Nothing else reads it."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import available_timezones

ROOT = Path(__file__).resolve().parents[3]


class BadSetting(Exception):  # noqa: N818 - read aloud it is what it says
    """A setting that cannot be used. The message names the variable and says what it takes."""


@dataclass(frozen=True)
class DatabaseAddress:
    """Where a database is and who signs in: the parts of postgresql://user:password@host:port/name?host=/folder."""

    name: str
    user: str
    password: str
    host: str
    port: str
    options: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        """Return the address without its password, for people to read."""
        return f"postgresql://{self.user}@{self.host or 'localhost'}:{self.port or '5432'}/{self.name}"


@dataclass(frozen=True)
class Environment:
    """Every setting, by its name in lower case. ``suluh settings`` prints them. See docs/reference/settings.md."""

    # SULUH_DATA: the folder that holds the embedded database, keys, files and the secret. Default: ./data
    data: Path
    # SULUH_DATABASE_URL: PostgreSQL >= 15, as the role that owns the tables. Default: the embedded one in SULUH_DATA
    database_owner: DatabaseAddress
    # SULUH_DATABASE_APP_URL: the same database as the role the program works as: neither owner nor superuser.
    # Default: role "suluh_app", made by the owner at set-up with a password kept in SULUH_DATA
    database_app: DatabaseAddress
    # SULUH_DATABASE_URL was not given: Suluh starts and stops PostgreSQL itself
    database_is_embedded: bool
    # SULUH_SITE_URL: the address citizens use, without a slash at its end. Default: http://localhost:<SULUH_PORT>
    site_url: str
    # SULUH_HOST: the address the server listens on. Default: 127.0.0.1
    host: str
    # SULUH_PORT: the port the server listens on. Default: 8000
    port: int
    # SULUH_DEBUG: 1 shows tracebacks to the browser; never in use. Default: 0
    is_debug: bool
    # SULUH_SECRET_KEY: signs sessions and links, >= 50 characters. Default: made at the first start, kept in SULUH_DATA
    secret_key: str
    # SULUH_EMAIL_URL: smtp://user:password@host:port or smtps://. Default: mails are written to SULUH_DATA/mail
    email_url: str
    # SULUH_FILES_S3: bucket of an S3-compatible store (address and keys by AWS_* variables). Default: SULUH_DATA/files
    files_s3: str
    # SULUH_PROVINCES: folders with further province data, separated by ":". Default: none
    provinces: tuple[Path, ...]
    # SULUH_VERDICT_SCALE: a JSON file with another scale of verdicts, like the one that comes with Suluh. Default: none
    verdict_scale: Path | None
    # SULUH_FACT_CHECK_KEY: key of Google's Fact Check Tools API, for sources that read from it. Default: none
    fact_check_key: str
    # SULUH_SPEECH_MODEL: the model of a speech engine: ggml-*.bin for whisper.cpp, a folder for faster-whisper. See
    # docs/how-to/read-pictures-and-voice.md. Default: none, voice notes are not listened to
    speech_model: Path | None
    # SULUH_VOICE_PROGRAM: a program that reads a video's words aloud: words on its standard input, a WAV file on its
    # standard output; {language} stands for id or en. See docs/how-to/add-a-voice.md. Default: none
    voice_program: str
    # SULUH_SIGNER: import path of a callable that signs seals elsewhere (HSM, remote). Default: local keys
    signer: str
    # SULUH_FETCH_HOSTS: hosts on private addresses that importing may fetch from, separated by ",". Default: none
    fetch_hosts: frozenset[str]
    # SULUH_ASSISTANT_URL: base address of an OpenAI-compatible service (https://…/v1) that may be asked for shorter or
    # plainer words; see docs/how-to/use-the-assistant.md. Default: none, the assistant is off
    assistant_url: str
    # SULUH_ASSISTANT_KEY: the key that service asks for. Default: none
    assistant_key: str
    # SULUH_ASSISTANT_MODEL: the model's name at that service; needed with SULUH_ASSISTANT_URL
    assistant_model: str
    # SULUH_ASSISTANT_HOSTS: hosts of the assistant that may be private, on any port and without TLS (localhost:11434),
    # separated by ",". Default: none
    assistant_hosts: frozenset[str]
    # SULUH_ASSISTANT_SECONDS: how long one answer may take, 5 to 120. Default: 30
    assistant_seconds: int
    # SULUH_PROXIES: web servers in front of Suluh that write X-Forwarded-For, counted; sign-in is limited for each
    # sender, who is read from there. Default: 0
    proxies: int
    # SULUH_WORKERS: processes that answer requests. Default: 1
    workers: int
    # SULUH_TAKE_OVER_AFTER: seconds a worker may be silent before its jobs are given to another. Default: 30
    take_over_after: int
    # SULUH_SECURITY_CONTACT: who hears of weaknesses, for security.txt: mailto:… or https://… Default: none
    security_contact: str
    # SULUH_TIME_ZONE: the zone of the office's clock: Asia/Jakarta, Asia/Makassar, Asia/Jayapura. Default: Asia/Jakarta
    time_zone: str
    # SULUH_LANGUAGE: the language of the command line, id or en. Default: id
    language: str


def _number(name: str, *, default: int, least: int, most: int) -> int:
    given = os.environ.get(name, "")
    if not given:
        return default
    if not given.isdigit() or not least <= int(given) <= most:
        raise BadSetting(f"{name} must be a whole number from {least} to {most}, not {given!r}.")
    return int(given)


def parse_database_url(url: str, *, name: str) -> DatabaseAddress:
    """Return the parts of a PostgreSQL URL. Raises ``BadSetting`` naming the variable ``name``."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting(f"{name} must look like postgresql://user:password@host:5432/database.")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host = query.pop("host", "") or unquote(parts.hostname or "")
    return DatabaseAddress(
        name=unquote(parts.path.strip("/")),
        user=unquote(parts.username or "postgres"),
        password=unquote(parts.password or ""),
        host=host,
        port=query.pop("port", "") or (str(parts.port) if parts.port else ""),
        options=tuple(sorted(query.items())),
    )


def keep_secret(path: Path, *, length: int = 64) -> str:
    """Return the secret kept at ``path``; make it, of ``length`` random bytes, at the first call.

    The file is readable by its owner only.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_name(f".{path.name}.{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(length))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)  # whoever comes first wins; nobody reads half a secret
        made.unlink()
    return path.read_text().strip()


def _owner(data: Path) -> DatabaseAddress:
    url = os.environ.get("SULUH_DATABASE_URL", "")
    if url:
        return parse_database_url(url, name="SULUH_DATABASE_URL")
    folder, port = data / "postgres", ""
    running = folder / "postmaster.pid"
    host = str(folder)
    if running.exists():
        lines = [line.strip() for line in running.read_text().splitlines()]
        host, port = (lines[4], lines[3]) if len(lines) > 4 else (host, "")
    return DatabaseAddress(name="suluh", user="postgres", password="", host=host, port=port, options=())


def _app(owner: DatabaseAddress, *, data: Path) -> DatabaseAddress:
    url = os.environ.get("SULUH_DATABASE_APP_URL", "")
    if url:
        return parse_database_url(url, name="SULUH_DATABASE_APP_URL")
    return DatabaseAddress(
        name=owner.name,
        user="suluh_app",
        password=keep_secret(data / "secrets" / "database_app"),
        host=owner.host,
        port=owner.port,
        options=owner.options,
    )


def _file(name: str) -> Path | None:
    given = os.environ.get(name, "")
    if given and not Path(given).is_file():
        raise BadSetting(f"{name} must name a file that is there, not {given!r}.")
    return Path(given) if given else None


def _place(name: str) -> Path | None:
    given = os.environ.get(name, "")
    if given and not Path(given).exists():
        raise BadSetting(f"{name} must name a file or folder that is there, not {given!r}.")
    return Path(given) if given else None


def _assistant() -> tuple[str, str, frozenset[str]]:
    """Return the assistant's address, model and private hosts."""
    url, model = os.environ.get("SULUH_ASSISTANT_URL", "").rstrip("/"), os.environ.get("SULUH_ASSISTANT_MODEL", "")
    hosts = _list("SULUH_ASSISTANT_HOSTS")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise BadSetting("SULUH_ASSISTANT_URL must be an address such as https://example.org/v1.")
    if parts.scheme == "http" and not {parts.hostname, parts.netloc} & hosts:
        raise BadSetting("SULUH_ASSISTANT_URL must start with https://, or its host stand in SULUH_ASSISTANT_HOSTS.")
    if url and not model:
        raise BadSetting("SULUH_ASSISTANT_MODEL must name the model where SULUH_ASSISTANT_URL is given.")
    return url, model, hosts


def _list(name: str) -> frozenset[str]:
    return frozenset(part.strip() for part in os.environ.get(name, "").split(",") if part.strip())


def _language() -> str:
    given = os.environ.get("SULUH_LANGUAGE", "id")
    if given not in {"id", "en"}:
        raise BadSetting("SULUH_LANGUAGE must be id or en.")
    return given


def _time_zone() -> str:
    given = os.environ.get("SULUH_TIME_ZONE", "") or "Asia/Jakarta"
    if given not in available_timezones():
        raise BadSetting("SULUH_TIME_ZONE must be a zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura.")
    return given


def _secret_key(data: Path) -> str:
    secret = os.environ.get("SULUH_SECRET_KEY", "") or keep_secret(data / "secrets" / "django")
    if len(secret) < 50:
        raise BadSetting("SULUH_SECRET_KEY must have at least 50 characters.")
    return secret


def read_environment() -> Environment:
    """Read every setting. Raises ``BadSetting`` for the first one that cannot be used."""
    data = Path(os.environ.get("SULUH_DATA", "") or ROOT / "data").expanduser().resolve()
    owner = _owner(data)
    port = _number("SULUH_PORT", default=8000, least=1, most=65535)
    site_url = os.environ.get("SULUH_SITE_URL", "") or f"http://localhost:{port}"
    if urlsplit(site_url).scheme not in {"http", "https"} or site_url.endswith("/"):
        raise BadSetting("SULUH_SITE_URL must start with http:// or https:// and not end with a slash.")
    assistant_url, assistant_model, assistant_hosts = _assistant()
    return Environment(
        data=data,
        database_owner=owner,
        database_app=_app(owner, data=data),
        database_is_embedded=not os.environ.get("SULUH_DATABASE_URL"),
        site_url=site_url,
        host=os.environ.get("SULUH_HOST", "") or "127.0.0.1",
        port=port,
        is_debug=os.environ.get("SULUH_DEBUG", "0") == "1",
        secret_key=_secret_key(data),
        email_url=os.environ.get("SULUH_EMAIL_URL", ""),
        files_s3=os.environ.get("SULUH_FILES_S3", ""),
        provinces=tuple(Path(p) for p in os.environ.get("SULUH_PROVINCES", "").split(":") if p),
        verdict_scale=_file("SULUH_VERDICT_SCALE"),
        fact_check_key=os.environ.get("SULUH_FACT_CHECK_KEY", ""),
        speech_model=_place("SULUH_SPEECH_MODEL"),
        voice_program=os.environ.get("SULUH_VOICE_PROGRAM", ""),
        signer=os.environ.get("SULUH_SIGNER", ""),
        fetch_hosts=_list("SULUH_FETCH_HOSTS"),
        assistant_url=assistant_url,
        assistant_key=os.environ.get("SULUH_ASSISTANT_KEY", ""),
        assistant_model=assistant_model,
        assistant_hosts=assistant_hosts,
        assistant_seconds=_number("SULUH_ASSISTANT_SECONDS", default=30, least=5, most=120),
        proxies=_number("SULUH_PROXIES", default=0, least=0, most=9),
        workers=_number("SULUH_WORKERS", default=1, least=1, most=64),
        take_over_after=_number("SULUH_TAKE_OVER_AFTER", default=30, least=2, most=3600),
        security_contact=os.environ.get("SULUH_SECURITY_CONTACT", ""),
        time_zone=_time_zone(),
        language=_language(),
    )
