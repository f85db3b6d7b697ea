"""The WSGI entry point of both sides; CLEARDAYS_SIDE says which."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cleardays.config.settings")
application = get_wsgi_application()
# What the first request would load; then the collector need not look through what stays for ever.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
# A page makes some thousands of objects that go with it: to look them through after every 700, as
# Python does by itself, is a sixth of its time.
gc.set_threshold(5_000)
