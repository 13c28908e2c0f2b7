"""The headers on every answer: what a page may load and do, and what may be kept (promise P-48)."""

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a browser sends forms with Origin: null
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)",
}
"""Every answer carries these, the failing ones among them."""
ONCE_OVER_TLS = {"strict-transport-security": "max-age=31536000"}
"""And where a browser has come over TLS it stays with it: for a year, on this host alone."""
ENCODED = tuple((name.encode(), value.encode()) for name, value in HEADERS.items())
"""The same as they go over the wire."""
ENCODED_ONCE_OVER_TLS = tuple((name.encode(), value.encode()) for name, value in ONCE_OVER_TLS.items())
