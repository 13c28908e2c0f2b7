// Draws the carets of others over a field: a twin of the field in the same letters, of which only the carets are seen.
const ALIKE = ['boxSizing', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'fontStretch', 'fontVariationSettings', 'fontFeatureSettings', 'fontKerning', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textAlign', 'direction'];

/** Show `carets` ({at, name}) over `field`; the place for them stands behind it in the page. */
export function drawCarets(field, carets) {
  const twin = field.parentElement?.querySelector(':scope > [data-carets]');
  if (!twin) return;
  twin.hidden = !carets.length;
  twin.replaceChildren();
  if (!carets.length) return;
  const look = getComputedStyle(field);
  for (const name of ALIKE) twin.style[name] = look[name];
  twin.style.whiteSpace = field.matches('textarea') ? 'pre-wrap' : 'pre';
  Object.assign(twin.style, { top: `${field.offsetTop}px`, left: `${field.offsetLeft}px`, width: `${field.offsetWidth}px`, height: `${field.offsetHeight}px` });
  let from = 0;
  for (const { at, name } of carets.toSorted((one, other) => one.at - other.at)) {
    twin.append(field.value.slice(from, at), caretOf(name));
    from = Math.max(from, at);
  }
  twin.append(field.value.slice(from), '​');
  twin.scrollTop = field.scrollTop;
}

function caretOf(name) {
  const caret = document.createElement('span'), tag = document.createElement('b');
  caret.className = 'caret';
  tag.textContent = name;
  caret.append(tag);
  return caret;
}
