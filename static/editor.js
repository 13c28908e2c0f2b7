// The pages of papers: sends one edit of a text at a time, and draws the page anew after what was recorded.
import { time, say } from './words.js';
import { clear, refuse, show } from './said.js';

const STALE = 409;
const waiting = new Map(); // what was pressed and waits: form -> its fields as they were
let sending = null; // the form on its way

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-edit]')) return;
  event.preventDefault();
  if (!event.target.matches('[data-typed]')) save(event.target); // what is typed together is kept as it is typed
});
document.addEventListener('placard:recorded', ({ target }) => renew(target));
document.addEventListener('placard:look', () => renew());
document.addEventListener('placard:frame', ({ detail }) => {
  if (detail.channel !== 'dais' && watched().some((name) => detail.regions.includes(name)) && !isWriting()) renew();
});

const place = () => document.querySelector('[data-renew]');
const watched = () => (place()?.dataset.renew ?? '').split(' ');
const fields = () => [...(place()?.querySelectorAll('form:not([data-typed]) :is(input:not([type="hidden"]), textarea)') ?? [])];
const isChanged = (field) => field.value !== field.defaultValue;
const isWriting = () => fields().some((field) => field === document.activeElement || isChanged(field));

function save(form) {
  waiting.set(form, new URLSearchParams(new FormData(form))); // the same form pressed again is one, with its newest words
  void sendNext();
}

async function sendNext() {
  const [form, body] = waiting.entries().next().value ?? [];
  if (sending || !form) return;
  waiting.delete(form);
  sending = form;
  clear(form);
  const version = place()?.querySelector('input[name="version"]')?.value;
  if (version && body.has('version')) body.set('version', version); // those before it have changed it
  try {
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin',
    });
    const told = await answer.json();
    if (answer.ok) await saved(form, body, told);
    else {
      refuse(form, told.refused);
      if (answer.status === STALE) await renew(form, body, true);
    }
  } catch {
    show(form, 'unsure', say('failed'));
  } finally {
    sending = null;
    void sendNext();
  }
}

async function saved(form, body, told) {
  for (const field of typedIn(form)) if (body.get(field.name) === field.value) field.defaultValue = field.value;
  if (told.see) return void location.assign(new URL(told.see, location.href));
  const isNew = form.elements.namedItem('edit')?.value === 'add' || 'empties' in form.dataset;
  if (isNew) for (const field of typedIn(form)) if (!isChanged(field)) field.value = field.defaultValue = '';
  await renew(form, body);
  if (told.shown) return void show(form, 'recorded', told.shown);
  if (told.clause) openClause(told.clause);
  announce(place()?.dataset.saved?.replace('{time}', time(Date.now())) ?? '');
}

const typedIn = (form) => form.querySelectorAll('input:not([type="hidden"]), textarea');

function openClause(uid) {
  const clause = document.getElementById(`clause-${uid}`);
  if (!clause || document.getElementById(`c-${uid}-text`)?.value) return;
  clause.open = true;
  clause.querySelector('[data-shared]')?.focus();
}

function announce(text) {
  const said = document.getElementById('said');
  said.dataset.said = 'recorded';
  said.textContent = text;
  setTimeout(() => said.textContent === text && said.replaceChildren(), 4000);
}

// what somebody is writing in another form stays; the form that was just saved takes what the server made of it
async function renew(from = null, sent = null, keepsOwn = false) {
  const there = place();
  if (!there) return;
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) return void (answer.status < 500 && location.reload()); // what may be seen here has changed
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-renew]');
  if (!fresh) return;
  const written = fields().filter((field) => field.id && isChanged(field) && (keepsOwn || field.form !== from || field.value !== sent?.get(field.name))).map((field) => [field.id, field.value]);
  const opened = [...there.querySelectorAll('details[open][id]')].map((one) => one.id);
  for (const id of opened) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  const { id: focused, selectionStart, selectionEnd } = document.activeElement ?? {};
  if (!fresh.getHTML) return void location.reload(); // a browser older than 2024
  await htmx.swap({ text: fresh.getHTML(), target: there, swap: 'innerMorph', sourceElement: there });
  for (const field of fields()) if (field.defaultValue !== field.value) field.value = field.defaultValue;
  for (const [id, value] of written) if (document.getElementById(id)) document.getElementById(id).value = value;
  document.dispatchEvent(new CustomEvent('placard:renewed'));
  refocus(focused, selectionStart, selectionEnd);
}

function refocus(id, start, end) {
  const field = id && document.getElementById(id);
  if (!field || field === document.activeElement) return;
  field.focus({ preventScroll: true });
  if (typeof start === 'number') field.setSelectionRange?.(start, end);
}
