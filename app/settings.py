"""What can be set from outside: environment variables that begin with PLACARD_, with working defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The settings of one running Placard; each field is PLACARD_ and its name in capitals.

    `data` is the data directory; `database_url` an address of PostgreSQL, empty for SQLite in that directory;
    `public_url` what people type where a proxy stands before Placard; `sign_in_hours` how long a browser
    stays signed in; `devices_per_seat` how many at once; `wrong_codes_per_minute` how many wrong join codes
    one address may send before it has to wait. `seat_presses` and `dais_presses` are how many presses a
    seat may give in five seconds, `burst` how many at once; `sockets_per_sign_in` how many windows of one
    browser are shown each change (further ones ask every two seconds). `proxy` names the addresses
    of proxies whose word counts for who asks and whether it came over TLS, with commas between them; nobody's
    without it.
    `log` is "json" for one object a line that tells every request, else only what somebody should look at.
    """

    model_config = SettingsConfigDict(env_prefix="PLACARD_", extra="ignore")

    data: Path = Path("data")
    database_url: str = ""
    host: str = "0.0.0.0"  # noqa: S104 - phones in the room must reach it
    port: int = Field(default=8000, ge=1, le=65535)
    public_url: str = ""
    sign_in_hours: int = Field(default=24 * 7, ge=1)
    devices_per_seat: int = Field(default=3, ge=1)
    wrong_codes_per_minute: int = Field(default=20, ge=1)
    seat_presses: int = Field(default=10, ge=1)
    dais_presses: int = Field(default=100, ge=1)
    burst: int = Field(default=20, ge=1)
    sockets_per_sign_in: int = Field(default=5, ge=1)
    proxy: str = ""
    log: Literal["plain", "json"] = "plain"

    @classmethod
    def with_given(cls, host: str, port: int) -> Settings:
        """What the environment says, but for what was given on the command line ("" and 0 are nothing)."""
        given = {"host": host, "port": port}
        return cls(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]
