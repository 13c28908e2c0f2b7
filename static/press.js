// Sends what is pressed, once, and shows the server's answer beside it.
import { say, time } from './words.js';
import { clear, offerAgain, offerInsist, refuse, show } from './said.js';

const SPINNER_AFTER = 400, UNSURE_AFTER = 5000;
const presses = new WeakMap(); // form -> the press that was sent last

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
  const open = presses.get(form), sent = prepare(form, button, more);
  if (open?.state === 'sent') return void later(form, open, sent);
  if (isCut()) return void show(form, 'refused', say('offline'));
  // the same press said again keeps its id; other words go behind it, or, where a form takes one press, are another
  if (open?.state === 'unsure' && (open.body === sent.body || later(form, open, sent))) return again(form, open);
  await send(form, sent);
}

// the same press twice is one; other words, typed over those that are on their way, go after them
function later(form, open, sent) {
  if (!('reset' in form.dataset)) return false;
  if (![open, ...open.later].some((one) => one.typed === sent.typed)) open.later.push(sent);
  return true;
}

// what was pressed, as it was pressed: the form may say something else by now
async function again(form, sent) {
  if (isCut()) return void offerAgain(form, say('offline'), () => again(form, sent));
  sent.stop.abort();
  await send(form, { ...sent, state: 'sent', stop: new AbortController() });
}

async function send(form, sent) {
  presses.set(form, sent);
  if (!sent.refused.length) clear(form);
  const spinner = setTimeout(() => busy(sent.button, true), SPINNER_AFTER);
  const unsure = setTimeout(() => doubt(form, sent), UNSURE_AFTER);
  try {
    const answer = await fetch(addressOf(form), {
      method: 'POST', body: sent.fields, signal: sent.stop.signal, credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    });
    await answered(form, sent, answer);
  } catch (error) {
    if (error.name !== 'AbortError') doubt(form, sent);
  } finally {
    clearTimeout(spinner);
    clearTimeout(unsure);
    busy(sent.button, false);
  }
}

function isCut() {
  const link = document.documentElement.dataset.link;
  return link ? link === 'offline' || link === 'lost' : navigator.onLine === false;
}

function prepare(form, button, more) {
  const fields = new URLSearchParams(new FormData(form, usable(button)));
  fields.delete('command_id');
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  return pressed({ button, fields, body: `${addressOf(form)} ${fields}`, typed: typedIn(form) });
}

// later: presses that wait for this one; refused: those before it, that it went on behind
function pressed(one) {
  const fields = new URLSearchParams(one.fields);
  fields.set('command_id', mint());
  return { ...one, fields, state: 'sent', stop: new AbortController(), later: [], refused: [] };
}

// what a frame changes meanwhile is in hidden fields
const typedIn = (form) => JSON.stringify(inputs(form).map((one) => [one.value, one.checked]));
const inputs = (form) => [...form.elements].filter((one) => one.type !== 'hidden' && !one.matches('button'));

// by attribute: a field named "action" would hide the property
const addressOf = (form) => form.getAttribute('action');

// a button from outside the form would throw
const usable = (button) => (button?.form && button.type === 'submit' ? button : undefined);

/** 128 random bits in hexadecimal; randomUUID is missing on plain http. */
export function mint() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function doubt(form, sent) {
  if (presses.get(form) !== sent || sent.state === 'answered') return;
  sent.state = 'unsure';
  busy(sent.button, false);
  offerAgain(form, say('unsure'), () => again(form, sent));
}

async function answered(form, sent, answer) {
  const body = await answer.json().catch(() => ({}));
  if (presses.get(form) !== sent) return;
  if (answer.status === 429 || answer.status >= 500) {
    sent.state = 'unsure';
    return void offerAgain(form, said(body) || say(answer.status === 429 ? 'too_many' : 'failed'), () => again(form, sent));
  }
  sent.state = 'answered';
  const isNewer = typedIn(form) !== sent.typed; // what was typed since stays
  if (answer.ok) {
    if ('reset' in form.dataset && !isNewer) form.reset();
    recorded(form, body);
  } else sent.refused.push({ sent, refusals: body.refused?.length ? body.refused : [{ sentence: say('signed_out') }] });
  const [next, ...rest] = sent.later;
  if (next) return void send(form, Object.assign(next, { later: rest, refused: sent.refused }));
  if (!sent.refused.length) return;
  if (answer.ok && 'reset' in form.dataset && !isNewer) putBack(form, sent.refused[0].sent);
  tellRefused(form, sent.refused);
}

// words that were refused are in the field again, to be put right
function putBack(form, sent) {
  JSON.parse(sent.typed).forEach(([value, checked], at) => Object.assign(inputs(form)[at] ?? {}, { value, checked }));
}

function tellRefused(form, refused) {
  refuse(form, refused.flatMap((one) => one.refusals));
  const insistable = refused.filter((one) => one.refusals.some((refusal) => refusal.may_insist)).map((one) => one.sent);
  if (insistable.length) offerInsist(form, (reason) => insist(form, insistable, reason));
}

// each of them once more as it was pressed, with the reason
function insist(form, refused, reason) {
  const [first, ...rest] = refused.map((one) => {
    const fields = new URLSearchParams(one.fields);
    fields.set('insist', reason);
    return pressed({ ...one, fields });
  });
  const open = presses.get(form);
  if (open?.state === 'sent') return void open.later.push(first, ...rest);
  if (isCut()) return void show(form, 'refused', say('offline'));
  void send(form, Object.assign(first, { later: rest }));
}

const said = (body) => body.refused?.map((one) => one.sentence).join(' ');

function recorded(form, body) {
  show(form, 'recorded', [say('recorded', { time: time(body.at ?? Date.now()) }), body.sentence].filter(Boolean).join(' '));
  form.dispatchEvent(new CustomEvent('placard:recorded', { bubbles: true, detail: body }));
  const see = body.see ?? form.dataset.see; // the page that shows what was recorded
  if (see) location.assign(new URL(see, location.href));
  else form.closest('dialog[open]')?.close();
}

function busy(button, on) {
  if (!button) return;
  if (on) button.setAttribute('aria-busy', 'true');
  else button.removeAttribute('aria-busy');
}
