"""Users, known by their post, and the roles that they hold in a committee."""

from datetime import date
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.roles import ROLES, RoleName
from cleardays.workroom.people.models import Committee, Organisation


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. Pages show the post; the e-mail address is for signing in."""

    email = models.EmailField(unique=True)
    post = models.CharField(
        max_length=200, help_text="Such as: Senior Democratic Services Officer."
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(
        default=False, help_text="Their password was given to them, for one time."
    )

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ["post"]

    def __str__(self) -> str:
        return self.post


class RoleHeldQuerySet(models.QuerySet["RoleHeld"]):
    def on(self, day: date) -> Self:
        """Return those in force on the day."""
        return self.filter(Q(since__lte=day), Q(until__isnull=True) | Q(until__gte=day))


class RoleHeld(models.Model):
    """A role, in one committee or in the whole council, from a day to a day."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=30, choices=[(n.value, r.title) for n, r in ROLES.items()])
    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        ordering = ["user", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="role_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        where = self.committee or "the whole council"
        return f"{ROLES[RoleName(self.role)].title}, {where}"
