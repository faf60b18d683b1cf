"""Django's settings, made from the environment. Every variable is described in ``environment.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF

from suluh.foundation.language import SCREEN_LANGUAGES
from suluh.settings.environment import ROOT, DatabaseAddress, read_environment

ENVIRONMENT = read_environment()
django_stubs_ext.monkeypatch()  # ModelForm[Office] and the like, at run time too

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.is_debug
SITE_URL = ENVIRONMENT.site_url
HOUSE = Path(__file__).resolve().parent.parent
_site = urlsplit(SITE_URL)
IS_HTTPS = _site.scheme == "https"
ALLOWED_HOSTS = sorted({_site.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "suluh.web.urls"
WSGI_APPLICATION = "suluh.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "procrastinate.contrib.django",
    "suluh.web",
    "suluh.verification",
    "suluh.creative",
    "suluh.authenticity",
    "suluh.content",
    "suluh.agencies",
    "suluh.foundation",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "suluh.foundation.middleware.TextGZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "suluh.foundation.middleware.EdgeMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "suluh.agencies.middleware.ScopeMiddleware",
    "suluh.web.reading_language.ReaderLanguageMiddleware",
    "suluh.foundation.middleware.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "web"],  # for components/<name>/<name>.html
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "suluh.agencies.middleware.current",
            ],
        },
    }
]

FORM_RENDERER = "suluh.web.forms.Renderer"


def _database(address: DatabaseAddress) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.name,
        "USER": address.user,
        "PASSWORD": address.password,
        "HOST": address.host,
        "PORT": address.port,
        "OPTIONS": dict(address.options),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


# "default" works as the role that row-level security binds; "owner" makes tables and policies and nothing else.
DATABASES = {
    "default": _database(ENVIRONMENT.database_app) | {"TEST": {"MIRROR": "owner"}},
    "owner": _database(ENVIRONMENT.database_owner) | {"CONN_MAX_AGE": 0, "TEST": {"DEPENDENCIES": []}},
}
DATABASE_ROUTERS: list[str] = []

# Counts of sign-in attempts, the same for every process of every machine. ``suluh migrate`` makes the table.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "suluh_cache",
        # Past this many, those that are over go first; nobody pushes the counts of others out by trying addresses.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "suluh.agencies.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
# Whose attempts are counted: past so many web servers of our own, X-Forwarded-For is what a stranger wrote.
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxies
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Suluh"
MFA_FORMS = {
    "add_webauthn": "suluh.agencies.account_forms.AddKeyForm",
    "edit_webauthn": "suluh.agencies.account_forms.EditKeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS

LANGUAGE_CODE = SCREEN_LANGUAGES[0][0]
LANGUAGES = list(SCREEN_LANGUAGES)
USE_I18N = True
USE_TZ = True
TIME_ZONE = ENVIRONMENT.time_zone
FORMAT_MODULE_PATH = "suluh.web.formats"

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
WHITENOISE_MAX_AGE = 3600
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "suluh.web.statics.BundleFinder",
]
STORAGES: dict[str, dict[str, Any]] = {
    "default": (
        {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": ENVIRONMENT.files_s3}}
        if ENVIRONMENT.files_s3
        else {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(ENVIRONMENT.data / "files"), "base_url": None},
        }
    ),
    "staticfiles": {"BACKEND": "suluh.web.statics.NamedByContent"},
}
# Bytes of a whole request, files included: more is not even read. A picture may have 15 MB.
LARGEST_REQUEST = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
# A long story in the editor: three or four fields for each of a few thousand blocks.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "suluh_session"
LANGUAGE_COOKIE_NAME = "suluh_language"
X_FRAME_OPTIONS = "DENY"

_mail = urlsplit(ENVIRONMENT.email_url)
if ENVIRONMENT.email_url:
    EMAIL_HOST = _mail.hostname or "localhost"
    EMAIL_PORT = _mail.port or (465 if _mail.scheme == "smtps" else 587)
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_SSL = _mail.scheme == "smtps"
    EMAIL_USE_TLS = _mail.scheme == "smtp" and EMAIL_PORT == 587
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(ENVIRONMENT.data / "mail")
EMAIL_TIMEOUT = 20  # seconds: a mail server that hangs must not hold a worker
DEFAULT_FROM_EMAIL = f"Suluh <suluh@{_site.hostname or 'localhost'}>"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

# Suluh's own, for the rooms: keys of the seals, further provinces, the signer, hosts imports may reach, verdicts.
KEYS_FOLDER = ENVIRONMENT.data / "keys"
# What fact-checks are matched with; made from the database where it is missing.
INDEX_FOLDER = ENVIRONMENT.data / "index"
PROVINCE_FOLDERS = ENVIRONMENT.provinces
SIGNER = ENVIRONMENT.signer
FETCH_HOSTS = ENVIRONMENT.fetch_hosts
ASSISTANT_URL, ASSISTANT_KEY = ENVIRONMENT.assistant_url, ENVIRONMENT.assistant_key
ASSISTANT_MODEL, ASSISTANT_HOSTS = ENVIRONMENT.assistant_model, ENVIRONMENT.assistant_hosts
ASSISTANT_SECONDS = ENVIRONMENT.assistant_seconds
VERDICT_SCALE = ENVIRONMENT.verdict_scale
SPEECH_MODEL = ENVIRONMENT.speech_model
VOICE_PROGRAM = ENVIRONMENT.voice_program
FACT_CHECK_KEY = ENVIRONMENT.fact_check_key
SECURITY_CONTACT = ENVIRONMENT.security_contact
TAKE_OVER_AFTER = ENVIRONMENT.take_over_after

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "suluh.foundation.logs.Line", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["screen"], "level": "WARNING"},
    "loggers": {"suluh": {"level": "INFO"}, "procrastinate": {"level": "WARNING"}},
}
__all__ = ["ROOT"]
