"""The settings of a worker that the tests start: their database, their mail server, a short lease."""

import os

from engage.settings import test

globals().update({name: value for name, value in vars(test).items() if name.isupper()})

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["EMAIL_PORT"])
ENGAGE_MAIL_LEASE_SECONDS = int(os.environ["LEASE_SECONDS"])
ENGAGE_WORKER_JOBS = {"engage.core.mail.sending.send_due": 1}
