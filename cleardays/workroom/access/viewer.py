"""Who is looking, as a value that is passed along and never ambient."""

from dataclasses import dataclass, field

from cleardays.workroom.access.permissions import Permission


class NotAllowed(PermissionError):
    """The viewer lacks the permission, in that committee."""


@dataclass(frozen=True)
class Viewer:
    """A person by post, and the committees (by key) in which each permission is held.

    ``everywhere`` are permissions held for the whole council, committees to come included.
    ``organisation_id`` is the body that the person works for.
    """

    name: str
    user_id: int | None = None
    held: frozenset[tuple[Permission, int]] = frozenset()
    everywhere: frozenset[Permission] = field(default=frozenset())
    organisation_id: int | None = None

    @classmethod
    def public(cls) -> "Viewer":
        """Somebody who holds nothing."""
        return cls(name="A member of the public")

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    def can(self, permission: Permission, committee_id: int | None = None) -> bool:
        """Say whether the permission is held there; without a committee, everywhere."""
        return permission in self.everywhere or (permission, committee_id) in self.held

    def can_somewhere(self, permission: Permission) -> bool:
        return permission in self.everywhere or bool(self.committees_with(permission))

    def committees_with(self, permission: Permission) -> list[int]:
        """Return the committees, by key, in which the permission is held one by one."""
        return sorted(committee for held, committee in self.held if held == permission)

    def require(self, permission: Permission, committee_id: int | None = None) -> None:
        """Raise NotAllowed where the permission is not held."""
        if not self.can(permission, committee_id):
            raise NotAllowed(f"{self.name} may not {permission} here")
