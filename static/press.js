// Sends what is pressed, once, and shows the server's answer beside it.
import { say, time } from './words.js';
import { clear, offerAgain, offerInsist, refuse, show } from './said.js';

const SPINNER_AFTER = 400, UNSURE_AFTER = 5000;
const presses = new WeakMap(); // form -> {id, body, state, stop}

/** Start listening for forms with data-act. */
export function listen(target = document) {
  target.addEventListener('submit', onSubmit);
  target.addEventListener('click', onDisabled, true);
}

function onSubmit(event) {
  const form = event.target;
  if (!form.matches('form[data-act]') || event.defaultPrevented) return;
  event.preventDefault();
  press(form, event.submitter ?? form.querySelector('[type="submit"]'));
}

// aria-disabled keeps the button in reach, so that its reason can be read; it must not act
function onDisabled(event) {
  const button = event.target.closest?.('[aria-disabled="true"]');
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  const why = document.getElementById(button.getAttribute('aria-describedby') ?? '') ?? button.querySelector('small');
  if (why) show(button.closest('form') ?? button, 'refused', why.textContent);
}

/** Send `form` as if `button` had been pressed; `more` are further fields. */
export async function press(form, button, more = {}) {
  const open = presses.get(form);
  if (open?.state === 'sent') return;
  if (isCut()) return void show(form, 'refused', say('offline'));
  const sent = prepare(form, button, more, open);
  presses.set(form, sent);
  clear(form);
  const spinner = setTimeout(() => busy(button, true), SPINNER_AFTER);
  const unsure = setTimeout(() => doubt(form, button, more, sent), UNSURE_AFTER);
  try {
    const answer = await fetch(addressOf(form), {
      method: 'POST', body: sent.fields, signal: sent.stop.signal, credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    });
    await answered(form, button, more, sent, answer);
  } catch (error) {
    if (error.name !== 'AbortError') doubt(form, button, more, sent);
  } finally {
    clearTimeout(spinner);
    clearTimeout(unsure);
    busy(button, false);
  }
}

function isCut() {
  const link = document.documentElement.dataset.link;
  return link ? link === 'offline' || link === 'lost' : navigator.onLine === false;
}

function prepare(form, button, more, before) {
  const fields = new URLSearchParams(new FormData(form, usable(button)));
  fields.delete('command_id');
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  const body = `${addressOf(form)} ${fields}`;
  // the same press said again keeps its id; other words are another press
  const id = before?.state === 'unsure' && before.body === body ? before.id : mint();
  fields.set('command_id', id);
  return { id, body, fields, state: 'sent', stop: new AbortController() };
}

// by attribute: a field named "action" would hide the property
const addressOf = (form) => form.getAttribute('action');

// a button from outside the form would throw
const usable = (button) => (button?.form && button.type === 'submit' ? button : undefined);

/** 128 random bits in hexadecimal; randomUUID is missing on plain http. */
export function mint() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function doubt(form, button, more, sent) {
  if (presses.get(form) !== sent || sent.state === 'answered') return;
  sent.state = 'unsure';
  busy(button, false);
  offerAgain(form, say('unsure'), () => {
    sent.stop.abort();
    press(form, button, more);
  });
}

async function answered(form, button, more, sent, answer) {
  const body = await answer.json().catch(() => ({}));
  if (presses.get(form) !== sent) return;
  if (answer.status === 429 || answer.status >= 500) {
    sent.state = 'unsure';
    return void offerAgain(form, said(body) || say(answer.status === 429 ? 'too_many' : 'failed'), () => press(form, button, more));
  }
  sent.state = 'answered';
  if (answer.ok) return recorded(form, body);
  refuse(form, body.refused?.length ? body.refused : [{ sentence: say('signed_out') }]);
  if (body.refused?.some((one) => one.may_insist)) offerInsist(form, (reason) => press(form, button, { ...more, insist: reason }));
}

const said = (body) => body.refused?.map((one) => one.sentence).join(' ');

function recorded(form, body) {
  if ('reset' in form.dataset) form.reset();
  show(form, 'recorded', [say('recorded', { time: time(body.at ?? Date.now()) }), body.sentence].filter(Boolean).join(' '));
  form.dispatchEvent(new CustomEvent('placard:recorded', { bubbles: true, detail: body }));
  if (body.see) location.assign(new URL(body.see, location.href));
  else form.closest('dialog[open]')?.close();
}

function busy(button, on) {
  if (!button) return;
  if (on) button.setAttribute('aria-busy', 'true');
  else button.removeAttribute('aria-busy');
}
