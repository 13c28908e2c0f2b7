"""Coming in and going out: a code becomes a sign-in, a sign-in ends; and the language of a device."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from app.access import CodeWithdrawn, Holder, SeatFull, SignIn, UnknownCode
from app.house import House
from app.screens.environment import LANGUAGES, page
from app.web.answers import LANGUAGE_COOKIE, locale_of, refused, told, wants_json
from app.web.fields import JSON, BadFields, kind_of, read_form, read_json
from app.web.signed_in import cookie_name, holders_of, sign_in, sign_out
from app.words.language import N_, language
from delegations.said import Said

A_YEAR_S = 365 * 24 * 3600
UNKNOWN = N_("No seat has this code. Check the twelve characters on your card; capitals do not matter.")
SLOW_DOWN = N_("Too many wrong codes came from here. Wait {wait} seconds, then type yours again.")
WITHDRAWN = N_("This code is no longer valid. Ask the dais for the new one.")
FULL = N_("This seat is in use on as many devices as it may have. Close one of them, or ask the dais.")


async def front(request: Request) -> Response:
    """The first page: take your seat; somebody who has one is led to it."""
    for holder in await holders_of(request):
        if "again" not in request.query_params:
            return RedirectResponse(home_of(holder), 303)
    return _join_page(request, 200, "")


async def join(request: Request) -> Response:
    """Claim a code: a new sign-in for this browser, under a token that nobody had before."""
    house: House = request.app.state.house
    given = await _given(request)
    address = request.client.host if request.client else ""
    try:
        signed = await house.access.claim(
            str(given.get("code", ""))[:200],
            address,
            device=_name(given),
            former=request.cookies.get(cookie_name(request), ""),
        )
    except UnknownCode as unknown:
        if not unknown.wait:
            return _no(request, 404, "code.unknown", UNKNOWN)
        answer = _no(request, 429, "code.unknown", Said(SLOW_DOWN, wait=unknown.wait))
        answer.headers["retry-after"] = str(unknown.wait)
        return answer
    except CodeWithdrawn:
        return _no(request, 410, "code.withdrawn", WITHDRAWN)
    except SeatFull:
        return _no(request, 409, "seat.full", FULL)
    return _in(request, house, signed)


async def leave(request: Request) -> Response:
    """Sign this browser out: its token and its open sockets end at once."""
    house: House = request.app.state.house
    await house.access.leave(request.cookies.get(cookie_name(request), ""))
    answer: Response = RedirectResponse("/", 303)
    if wants_json(request):
        answer = JSONResponse({"signed_out": True})
    sign_out(request, answer)
    return answer


async def choose_language(request: Request) -> Response:
    """Pages on this device are in the chosen language from now on; one that there is not changes nothing."""
    chosen = str((await _given(request)).get("language", ""))
    answer = RedirectResponse("/", 303)
    if chosen in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=A_YEAR_S, httponly=True, samesite="lax", path="/")
    return answer


def home_of(holder: Holder) -> str:
    """Where somebody belongs."""
    return "/organizer" if holder.committee_id is None else f"/committees/{holder.committee_id}/"


def _in(request: Request, house: House, signed: SignIn) -> Response:
    holder = signed.holder
    answer: Response = RedirectResponse(home_of(holder), 303)
    if wants_json(request):
        answer = JSONResponse(
            {
                "role": holder.role,
                "committee": holder.committee_id,
                "seat": holder.seat_key,
                "page": home_of(holder),
            }
        )
    sign_in(request, answer, signed, house.settings.sign_in_hours)
    return answer


def _name(given: dict[str, object]) -> str:
    """What the browser is called for people; what cannot be printed is left out."""
    return "".join(letter for letter in str(given.get("name", ""))[:60] if letter.isprintable())


async def _given(request: Request) -> dict[str, object]:
    body = await request.body()
    try:
        if kind_of(request) == JSON:
            return read_json(body)
        return {name: values[-1] for name, values in read_form(body, most=10).items()}
    except BadFields:
        return {}  # without a code that can be read, there is no such code


def _no(request: Request, status: int, rule: str, sentence: str) -> Response:
    if wants_json(request):
        return refused(status, told(rule, language(locale_of(request)).tell(sentence), "code"))
    return _join_page(request, status, sentence)


def _join_page(request: Request, status: int, refused: str) -> Response:
    return HTMLResponse(page("phone/join.html", locale_of(request), refused=refused), status)
