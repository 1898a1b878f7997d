"""The user account, the project's own from the first migration on."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of the staff who signs in to the admin."""
