// Keeps what is half written over a reload that the page itself asks for.
const fields = () => document.querySelectorAll('input[data-draft], textarea[data-draft], select[data-draft]');
const keyOf = (field) => `placard:draft ${location.pathname} ${field.id || field.name}`;

/** Keep each field with data-draft for the next load of this page in this tab. */
export function keepDrafts() {
  for (const field of fields()) sessionStorage.setItem(keyOf(field), field.type === 'checkbox' ? field.checked : field.value);
}

/** Put back what was kept, once. */
export function restoreDrafts() {
  for (const field of fields()) {
    const kept = sessionStorage.getItem(keyOf(field));
    if (kept === null) continue;
    sessionStorage.removeItem(keyOf(field));
    if (field.type === 'checkbox') field.checked = kept === 'true';
    else field.value = kept;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Nothing that was typed on this device for one seat is left for the next. */
export function forgetDrafts() {
  const own = Object.keys(sessionStorage).filter((name) => /^placard:(draft|typed|left) /.test(name));
  for (const name of own) sessionStorage.removeItem(name);
  for (const field of fields()) field.removeAttribute('data-draft');
}
