"""The recipe of /help/proxy, taken out of the page and run: nginx with TLS before Placard."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import json
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect

from app.web.policy_rows import LARGEST_ARCHIVE, LARGEST_GUIDE
from tests.served import Served

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
OPENSSL = shutil.which("openssl")
pytestmark = [
    pytest.mark.skipif(NGINX is None, reason="there is no nginx here: apt install nginx-light"),
    pytest.mark.skipif(OPENSSL is None, reason="there is no openssl here to make a certificate with"),
]
MAIN = """
user {user};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site;
}}
"""


@dataclass
class Proxied:
    """A running Placard with nginx before it, as the page says."""

    served: Served
    port: int
    plain_port: int
    certificate: Path

    @property
    def base(self) -> str:
        """What people type."""
        return f"https://localhost:{self.port}"

    def client(self, code: str = "") -> httpx.Client:
        """A browser outside; signed in where there is a code."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        headers = {"Origin": self.base, "Accept": "application/json"}
        client = httpx.Client(base_url=self.base, verify=trust, headers=headers, timeout=60)
        if code:
            assert client.post("/join", json={"code": code}).status_code == 200
        return client


def free() -> int:
    """A port that is free just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def recipe() -> str:
    """The site as the help page has it."""
    page = (resources.files("app") / "help" / "en" / "proxy.md").read_text("utf-8")
    (site,) = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)
    return str(site)


def site(behind: int, port: int, plain_port: int, folder: Path) -> str:
    """The recipe with the names of this test: ports, certificate, address of Placard."""
    changes = {
        r"listen \[::\]:\d+( ssl)?;\n": "",
        r"listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        r"listen 80;": f"listen 127.0.0.1:{plain_port};",
        r"server_name placard\.example;": "server_name localhost;",
        r"ssl_certificate_key\s+\S+;": f"ssl_certificate_key {folder}/key.pem;",
        r"ssl_certificate\s+\S+;": f"ssl_certificate {folder}/certificate.pem;",
        r"http://127\.0\.0\.1:8000": f"http://127.0.0.1:{behind}",
    }
    text = recipe()
    for pattern, wanted in changes.items():
        text, count = re.subn(pattern, wanted, text)
        assert count, f"the recipe has no {pattern} any more"
    return text


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """Both of them, until the module's tests are done."""
    folder = tmp_path_factory.mktemp("nginx")
    port, plain_port = free(), free()
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    making = [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files]
    subprocess.run(making, check=True, capture_output=True)
    data = tmp_path_factory.mktemp("data")
    with Served(data, public_url=f"https://localhost:{port}", proxy="127.0.0.1") as served:
        (folder / "site").write_text(site(served.port, port, plain_port, folder))
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=getpass.getuser()))
        files = ["-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        nginx = subprocess.Popen([str(NGINX), "-p", str(folder), *files])
        try:
            until = time.monotonic() + 20
            while socket.socket().connect_ex(("127.0.0.1", port)):
                assert nginx.poll() is None and time.monotonic() < until, (folder / "error.log").read_text()
                time.sleep(0.1)
            yield Proxied(served, port, plain_port, folder / "certificate.pem")
        finally:
            nginx.terminate()
            nginx.wait(20)


def test_a_sign_in_is_bound_to_tls_and_acts_are_taken(proxied: Proxied) -> None:
    served = proxied.served
    with proxied.client() as browser:
        answer = browser.post("/join", json={"code": served.code("chair", "dais-1")})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-placard=") and "secure" in cookie.lower()
        act = browser.post(f"{served.here}/roll-calls", json={"command_id": "a" * 16})
        assert act.status_code == 200, act.text
        foreign = {"Origin": f"http://localhost:{served.port}"}
        assert browser.post(f"{served.here}/roll-calls", json={}, headers=foreign).status_code == 403


def test_live_screens_come_through_tls(proxied: Proxied) -> None:
    served = proxied.served
    browser = proxied.client(served.code("observer"))
    trust = ssl.create_default_context(cafile=str(proxied.certificate))
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    address = f"wss://localhost:{proxied.port}{served.here}/live"

    async def first_frame(origin: str) -> dict[str, object]:
        headers = {"Cookie": cookies}
        async with connect(address, ssl=trust, origin=origin, additional_headers=headers) as socket_:  # type: ignore[arg-type]
            await socket_.send(json.dumps({"have": {"public": {}}}))
            return dict(json.loads(await asyncio.wait_for(socket_.recv(), 10)))

    frame = asyncio.run(first_frame(proxied.base))
    assert frame["channel"] == "public" and frame["regions"]
    with pytest.raises(Exception, match=r"403|rejected"):
        asyncio.run(first_frame("https://evil.example"))
    browser.close()


def test_plain_http_leads_to_tls(proxied: Proxied) -> None:
    answer = httpx.get(f"http://localhost:{proxied.plain_port}/help?x=1", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == "https://localhost/help?x=1"


def test_what_a_browser_says_of_its_own_address_is_not_believed(proxied: Proxied) -> None:
    guessers = proxied.served.house.access.guessers
    with proxied.client() as browser:
        forged = {"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"}
        assert browser.post("/join", json={"code": "ZZZZ-ZZZZ-ZZZZ"}, headers=forged).status_code == 404
    assert set(guessers._buckets) == {"127.0.0.1"}, "the address that nginx saw"


def test_the_numbers_are_not_for_the_outside(proxied: Proxied) -> None:
    with proxied.client() as browser:
        assert browser.get("/metrics").status_code == 403
        assert browser.get("/metrics", headers={"Host": "localhost"}).status_code == 403
        assert browser.get("/readyz").json() == {"ready": True, "reasons": []}
    assert "placard_ready 1" in httpx.get(f"{proxied.served.base}/metrics").text


def test_what_is_too_large_is_said_by_placard_and_the_largest_that_it_takes_comes_through(
    proxied: Proxied,
) -> None:
    (limit,) = re.findall(r"client_max_body_size (\d+)m;", recipe())
    assert int(limit) * 1024 * 1024 > LARGEST_ARCHIVE
    with contextlib.closing(proxied.client(proxied.served.code("organizer"))) as browser:
        path = f"{proxied.served.here}/library"
        large = {"file": ("guide.txt", b"x" * (LARGEST_GUIDE + 1))}
        answer = browser.post(path, files=large)
        assert answer.status_code == 413 and answer.json()["refused"][0]["rule"] == "body.too_large"
