"""The WSGI entry point of both sides; CLEARDAYS_SIDE says which."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cleardays.config.settings")
application = get_wsgi_application()
