// The pages of papers: sends one edit of a text at a time, and draws the page anew after what was recorded.
import { time, say } from './words.js';
import { clear, refuse, show } from './said.js';

const STALE = 409;
let sending = false;

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-edit]')) return;
  event.preventDefault();
  save(event.target);
});
document.addEventListener('placard:recorded', ({ target }) => renew(target));
document.addEventListener('placard:frame', ({ detail }) => {
  if (detail.channel === 'public' && watched().some((name) => detail.regions.includes(name)) && !isWriting()) renew();
});

const place = () => document.querySelector('[data-renew]');
const watched = () => (place()?.dataset.renew ?? '').split(' ');
const fields = () => [...(place()?.querySelectorAll('input:not([type="hidden"]), textarea') ?? [])];
const isChanged = (field) => field.value !== field.defaultValue;
const isWriting = () => fields().some((field) => field === document.activeElement || isChanged(field));

async function save(form) {
  if (sending) return;
  sending = true;
  clear(form);
  try {
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, credentials: 'same-origin',
    });
    const told = await answer.json();
    if (answer.ok) return await saved(form);
    refuse(form, told.refused);
    if (answer.status === STALE) await renew(form, true);
  } catch {
    show(form, 'unsure', say('failed'));
  } finally {
    sending = false;
  }
}

async function saved(form) {
  for (const field of form.querySelectorAll('input:not([type="hidden"]), textarea')) field.defaultValue = field.value;
  const isNew = form.elements.namedItem('edit')?.value === 'add';
  if (isNew) form.reset();
  if (isNew) for (const field of form.querySelectorAll('input:not([type="hidden"]), textarea')) field.value = field.defaultValue = '';
  await renew(form);
  announce(place()?.dataset.saved?.replace('{time}', time(Date.now())) ?? '');
}

function announce(text) {
  const said = document.getElementById('said');
  said.dataset.said = 'recorded';
  said.textContent = text;
  setTimeout(() => said.textContent === text && said.replaceChildren(), 4000);
}

// what somebody is writing in another form stays; the form that was just saved takes what the server made of it
async function renew(from = null, keepsOwn = false) {
  const there = place();
  if (!there) return;
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-renew]');
  if (!fresh) return;
  const written = fields().filter((field) => field.id && isChanged(field) && (keepsOwn || field.form !== from)).map((field) => [field.id, field.value]);
  const opened = [...there.querySelectorAll('details[open][id]')].map((one) => one.id);
  for (const id of opened) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  const focused = document.activeElement?.id;
  if (!fresh.getHTML) return void location.reload(); // a browser older than 2024
  await htmx.swap({ text: fresh.getHTML(), target: there, swap: 'innerMorph', sourceElement: there });
  for (const field of fields()) if (field.defaultValue !== field.value) field.value = field.defaultValue;
  for (const [id, value] of written) if (document.getElementById(id)) document.getElementById(id).value = value;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
