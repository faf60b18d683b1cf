"""Users, offices, members and invitations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from suluh.agencies.brand import Brand
from suluh.agencies.roles import ROLE_LABELS, Role, may
from suluh.agencies.typefaces.find import DEFAULT_TYPEFACE, typefaces
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows, own_rows


class UserManager(BaseUserManager["User"]):
    """Makes users by their mail address."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> User:
        """Save and return a user. ``email`` is kept in lower case."""
        user = self.model(email=email.strip().lower(), **values)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """A person who signs in, known by a mail address. What they may do stands in their memberships."""

    # Sign-in looks a person up by address before anybody acts for an office; offices list people by membership only.
    tenancy: ClassVar[Tenancy] = Tenancy(see="true", write="true", verbs="SELECT, INSERT, UPDATE")

    email = models.EmailField(_("mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=5, default="id")
    # Part of what every session is signed with: raising it ends all of the person's sessions at once.
    session_round = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)

    # What Django's and allauth's checks ask for; Suluh has no admin site and no global permissions.
    is_staff = False
    is_superuser = False

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_one_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        said = f"{self.password}:{self.session_round}"
        return salted_hmac("suluh.agencies.User.session", said, secret=secret, algorithm="sha256").hexdigest()


class OfficeQuerySet(models.QuerySet["Office"]):
    def active(self) -> OfficeQuerySet:
        """Offices that work with Suluh now."""
        return self.filter(is_active=True)

    def leading(self) -> OfficeQuerySet:
        """National and provincial offices, without kabupaten and kota."""
        return self.filter(tier__lte=2)

    def in_reading_order(self) -> OfficeQuerySet:
        """National first, then provinces, each with its kabupaten and kota."""
        return self.order_by("tier", "province", "kind", "name")


class Office(models.Model):
    """An agency's public-information office: the tenant, the author, the actor other servers follow."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("National agency")
        PROVINCE = "province", _("Province")
        KABUPATEN = "kabupaten", _("Kabupaten")
        KOTA = "kota", _("Kota")

    tenancy: ClassVar[Tenancy] = Tenancy(see="true", write="suluh_acts_for(id)", verbs="SELECT, INSERT, UPDATE")

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=60)
    initials = models.CharField(_("initials"), max_length=6)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    tier = models.PositiveSmallIntegerField(default=3)  # 1 national, 2 province, 3 kabupaten and kota
    province = models.CharField(_("province"), max_length=60, blank=True)
    about = models.TextField(_("about"), blank=True)
    primary = models.CharField(_("main colour"), max_length=7)
    accent = models.CharField(_("accent colour"), max_length=7)
    ink = models.CharField(_("dark colour"), max_length=7)
    paper = models.CharField(_("light colour"), max_length=7)
    motif = models.CharField(_("motif"), max_length=60)
    typeface = models.CharField(_("typeface"), max_length=60, default=DEFAULT_TYPEFACE)
    site = models.CharField(_("web site"), max_length=200, blank=True)
    contact = models.CharField(_("media contact"), max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    primary__regex="^#[0-9a-f]{6}$",
                    accent__regex="^#[0-9a-f]{6}$",
                    ink__regex="^#[0-9a-f]{6}$",
                    paper__regex="^#[0-9a-f]{6}$",
                ),
                name="office_colours_are_hex",
            )
        ]

    def __str__(self) -> str:
        return self.short_name

    def brand(self) -> Brand:
        """Return the office's identity as the value a pack is drawn with."""
        return Brand(
            slug=self.slug,
            name=self.name,
            short_name=self.short_name,
            initials=self.initials,
            primary=self.primary,
            accent=self.accent,
            ink=self.ink,
            paper=self.paper,
            motif=self.motif,
            # One whose package was taken off the machine is drawn in the house's own.
            typeface=self.typeface if self.typeface in typefaces() else DEFAULT_TYPEFACE,
            site=self.site,
            contact=self.contact,
        )


class MemberQuerySet(models.QuerySet["Member"]):
    def of_user(self, user: User) -> MemberQuerySet:
        """The user's own memberships that are in force, with their offices."""
        return self.filter(user=user, is_active=True, office__is_active=True).select_related("office", "user")

    def of_office(self, office: Office) -> MemberQuerySet:
        """The office's members with their users, by name."""
        return self.filter(office=office).select_related("user", "office").order_by("user__name", "pk")


class Member(models.Model):
    """A person in an office, with roles."""

    tenancy: ClassVar[Tenancy] = own_rows("user_id", or_office="office_id")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=10, choices=[(r.value, r.value) for r in Role]))
    title = models.CharField(_("position"), max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "user"], name="member_once_per_office"),
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=[r.value for r in Role]), name="member_roles_are_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.office})"

    def may(self, right: str) -> bool:
        """Tell whether the member has a right of ``roles.RIGHTS``."""
        return self.is_active and may(self.roles, right=right)

    def role_labels(self) -> list[str]:
        """Return the roles' names in the reader's language."""
        return [str(ROLE_LABELS[Role(role)]) for role in self.roles]


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> InvitationQuerySet:
        """Neither accepted nor cancelled; their time may have run out."""
        return self.filter(accepted_at__isnull=True, cancelled_at__isnull=True)

    def of_office(self, office: Office) -> InvitationQuerySet:
        """The office's invitations with who invited, the newest first."""
        return self.filter(office=office).select_related("invited_by").order_by("-created_at", "-pk")


class Invitation(models.Model):
    """An invitation into an office. Only a hash of its token is kept; it can be used once, until it ends."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.CASCADE)
    email = models.EmailField(_("mail address"))
    roles = ArrayField(models.CharField(max_length=10))
    # Of the person, where who invited knew it: a proposal on the page that makes the account.
    name = models.CharField(_("name"), max_length=120, blank=True)
    # Null is the keeper of the installation, from the command line: no member need exist for that.
    invited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "office",
                condition=models.Q(accepted_at__isnull=True, cancelled_at__isnull=True),
                name="invitation_once_while_open",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(cancelled_at__isnull=True),
                name="invitation_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} -> {self.office}"

    def is_over(self) -> bool:
        """Tell whether its seven days have passed."""
        return self.ends_at <= now()

    def inviter(self) -> str:
        """Return who invited, for people to read."""
        return str(self.invited_by or _("The keeper of this installation"))


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def in_force(self) -> ApiKeyQuerySet:
        """Keys that work: not revoked, of a member in force, of an office in force."""
        return self.filter(
            revoked_at__isnull=True, member__is_active=True, office__is_active=True, member__user__is_active=True
        )

    def of_office(self, office: Office) -> ApiKeyQuerySet:
        """The office's keys with their members, the newest first."""
        return self.filter(office=office).select_related("member__user").order_by("-created_at", "-pk")


class ApiKey(models.Model):
    """A key a program works with for one member. Only its hash is kept."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    label = models.CharField(_("what it is for"), max_length=80)
    key_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=now)
    revoked_at = models.DateTimeField(null=True)

    objects = ApiKeyQuerySet.as_manager()

    def __str__(self) -> str:
        return self.label


__all__ = ["ApiKey", "Invitation", "Member", "Office", "User"]
