"""The two sides: which apps, middleware and addresses each process has.

The site's process has no workroom app at all: what is not installed cannot leak.
"""

from dataclasses import dataclass

PUBLIC_APPS = (
    "django.contrib.staticfiles",
    "cleardays.design",
    "cleardays.record",
    "cleardays.letterbox",
    "cleardays.site",
)
# accounts stands before allauth, so that sign-in looks like the rest of the house.
WORKROOM_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "cleardays.workroom.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "cleardays.design",
    "cleardays.workroom.access",
    "cleardays.workroom.audit",
    "cleardays.workroom.outbox",
    "cleardays.workroom.people",
    "cleardays.workroom.documents",
    "cleardays.workroom.reports",
    "cleardays.workroom.meetings",
    "cleardays.workroom.letters",
    "cleardays.workroom.inspections",
    "cleardays.workroom.plans",
    "cleardays.workroom.recommendations",
    "cleardays.workroom.home",
)
DOOR_APPS = ("cleardays.record", "cleardays.letterbox", "cleardays.door")


@dataclass(frozen=True)
class Side:
    """What one kind of process is made of."""

    apps: tuple[str, ...]
    middleware: tuple[str, ...]
    urls: str


SITE = Side(
    apps=PUBLIC_APPS,
    middleware=(
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "cleardays.site.middleware.PageMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ),
    urls="cleardays.config.urls_site",
)
WORKROOM = Side(
    apps=WORKROOM_APPS,
    middleware=(
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "csp.middleware.CSPMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
        "cleardays.workroom.accounts.middleware.ViewerMiddleware",
    ),
    urls="cleardays.config.urls_workroom",
)
# The worker, the command line and the tests work on both sides; their pages are the workroom's.
EVERYTHING = Side(
    apps=tuple(dict.fromkeys(WORKROOM.apps + DOOR_APPS + SITE.apps)),
    middleware=WORKROOM.middleware,
    urls=WORKROOM.urls,
)
SIDES = {"site": SITE, "workroom": WORKROOM, "all": EVERYTHING}
