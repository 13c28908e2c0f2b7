"""A short way in: a request gets to its route without asking two hundred others; pure ASGI."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.shapes import Shapes


class Shortcut:
    """Stands before the routes, and finds the one that they would have found in their order.

    What it does not find goes on to them as ever. `handlers` are those of the application, by status or kind
    of fault: what calls them for the other routes stands behind this.
    """

    def __init__(
        self,
        app: ASGIApp,
        routes: Iterable[BaseRoute],
        handlers: Mapping[Any, Callable[[Any, Any], Any]] | None = None,
    ) -> None:
        self._app, given = app, handlers or {}
        of_kind = {kind: answer for kind, answer in given.items() if kind not in (500, Exception)}
        self._handlers = (
            {kind: answer for kind, answer in of_kind.items() if not isinstance(kind, int)},
            {status: answer for status, answer in of_kind.items() if isinstance(status, int)},
        )
        self._routes = Shapes(
            (method, route.path, route)
            for route in routes
            if isinstance(route, Route)
            for method in sorted(route.methods or ())
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the request's route answer."""
        route = self.route_of(scope) if scope["type"] == "http" else None
        if route:
            scope["starlette.exception_handlers"] = self._handlers
        await (route.handle if route else self._app)(scope, receive, send)

    def route_of(self, scope: Scope) -> Route | None:
        """The route of a request, if there is one; what its path says is put into the scope."""
        for route in self._routes.of(scope["method"], scope["path"]):
            match, found = route.matches(scope)
            if match is Match.FULL:
                scope.update(found)
                return route
        return None
