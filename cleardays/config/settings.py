"""All settings, read from the environment. docs/running.md says what each variable is for."""

import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from cleardays.config.environment import (
    WrongSetting,
    choice,
    flag,
    folder,
    made_folder,
    text,
    upload_limit,
    words,
)
from cleardays.config.sides import SIDES

CHECKOUT = Path(__file__).resolve().parents[2]
DATA = made_folder("CLEARDAYS_DATA", CHECKOUT / "var")

SIDE_NAME = choice("CLEARDAYS_SIDE", SIDES, "all")
SIDE = SIDES[SIDE_NAME]

DEBUG = flag("CLEARDAYS_DEBUG")
ALLOWED_HOSTS = words("CLEARDAYS_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = text("CLEARDAYS_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
WORKROOM_URL = text("CLEARDAYS_WORKROOM_URL", "http://127.0.0.1:8001").rstrip("/")
COUNCIL_NAME = text("CLEARDAYS_COUNCIL", "Clear Days council")
IS_DEMONSTRATION = flag("CLEARDAYS_DEMONSTRATION")
MAX_UPLOAD_BYTES = upload_limit()


def _secret_key() -> str:
    """Return the key given, or one made once and kept readable by its owner only."""
    if given := text("CLEARDAYS_SECRET_KEY"):
        return given
    kept = DATA / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text()


# The site signs nothing: it gets a key of its own that is worth nothing to anybody.
SECRET_KEY = "site-has-no-sessions" * 3 if SIDE_NAME == "site" else _secret_key()

INSTALLED_APPS = list(SIDE.apps)
MIDDLEWARE = list(SIDE.middleware)
ROOT_URLCONF = SIDE.urls
WSGI_APPLICATION = "cleardays.config.wsgi.application"


def _database(variable: str, file: str) -> dict[str, Any]:
    """Return the database whose address the variable holds, or a file of the data directory."""
    if url := text(variable):
        try:
            return dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
        except ValueError as problem:  # which is not repeated: the address holds a password
            raise WrongSetting(
                f"{variable} is no address of a database: write it as"
                " postgres://user:password@host:5432/name"
            ) from problem
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA / file),
        # Opening the file costs more than the queries of a page; a minute outlasts no restore.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # What is deleted, such as a recalled paper, is written over and not only unlinked.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            ),
        },
    }


# Three stores (see ARCHITECTURE.md). The site's process has no way to the workroom's.
DATABASES = {
    "default": (
        {"ENGINE": "django.db.backends.dummy"}
        if SIDE_NAME == "site"
        else _database("CLEARDAYS_DATABASE_URL", "workroom.sqlite3")
    ),
    "record": _database("CLEARDAYS_RECORD_URL", "record.sqlite3"),
    "letterbox": _database("CLEARDAYS_LETTERBOX_URL", "letterbox.sqlite3"),
}
DATABASE_ROUTERS = ["cleardays.config.stores.Stores"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PRIVATE_FILES = folder("CLEARDAYS_PRIVATE_FILES", DATA / "private-files")
PUBLIC_FILES = folder("CLEARDAYS_PUBLIC_FILES", DATA / "public-files")
RENDERINGS = folder("CLEARDAYS_RENDERINGS", DATA / "renderings")
SEARCH_INDEX = folder("CLEARDAYS_SEARCH_INDEX", DATA / "search-index")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["cleardays.design.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "cleardays.design.context.house",
                *(
                    ()
                    if SIDE_NAME == "site"
                    else (
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    )
                ),
            ],
        },
    }
]
FORM_RENDERER = "cleardays.design.forms.Renderer"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "cleardays.workroom.accounts.adapter.Adapter"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

SESSION_COOKIE_NAME = "cleardays_workroom"
CSRF_COOKIE_NAME = "cleardays_csrf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = WORKROOM_URL.startswith("https://")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "cleardays.workroom.accounts.failing.stale"
CSRF_TRUSTED_ORIGINS = [WORKROOM_URL]
SECURE_SSL_REDIRECT = WORKROOM_URL.startswith("https://")
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked from beside the server, without the proxy
SECURE_HSTS_SECONDS = 31536000 if WORKROOM_URL.startswith("https://") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": choice("CLEARDAYS_LOG_LEVEL", LOG_LEVELS, "WARNING"),
    },
    # It warns of every line of the shared style sheet that only browsers know.
    "loggers": {"weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"}},
}
