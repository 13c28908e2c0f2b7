// The place beside a form where the server's answer, or the reason of a refusal, is said.
import { say } from './words.js';

const GLANCE = 6000; // milliseconds
/** Show `text` for `form`; `kind` is recorded, refused or unsure. Returns the place. */
export function show(form, kind, text) {
  const place = placeOf(form);
  place.replaceChildren(text);
  place.dataset.said = kind;
  // the page's own place lies over other things: what was recorded is read at a glance and goes
  if (place.id === 'said' && kind === 'recorded') fade(place, place.firstChild);
  return place;
}

function fade(place, words) {
  setTimeout(() => {
    if (place.firstChild !== words) return;
    place.replaceChildren();
    place.dataset.said = '';
  }, GLANCE);
}

/** Take away what was said, and the marks on fields. */
export function clear(form) {
  const place = placeOf(form);
  place.replaceChildren();
  place.dataset.said = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** Say each refusal: under its field where there is one, else in the place of the form. */
export function refuse(form, refusals) {
  const rest = refusals.filter((one) => !underField(form, one)).map((one) => one.sentence);
  if (rest.length) show(form, 'refused', rest.join(' '));
  form.querySelector('[aria-invalid="true"]')?.focus();
}

/** Say `text` with a button that calls `again`. */
export function offerAgain(form, text, again) {
  const button = make('button', 'btn small', say('again'));
  button.type = 'button';
  button.addEventListener('click', () => again(), { once: true });
  show(form, 'unsure', text).append(button);
}

/** Below a refusal, a field for a reason and a button that calls `insist(reason)`. */
export function offerInsist(form, insist) {
  const place = placeOf(form), id = `insist-${form.getAttribute('id') ?? 'reason'}`;
  const label = Object.assign(make('label', '', say('reason')), { htmlFor: id });
  const input = Object.assign(make('input', 'input'), { id, maxLength: 300, autocomplete: 'off' });
  const button = Object.assign(make('button', 'btn small', say('insist')), { type: 'button' });
  const send = () => (input.value.trim() ? insist(input.value.trim()) : input.focus());
  button.addEventListener('click', send);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send();
  });
  const field = make('span', 'field'), row = make('span', 'insist');
  field.append(label, input);
  row.append(field, button);
  place.append(row);
}

function underField(form, { field, sentence }) {
  const input = field && form.elements.namedItem(field);
  const line = input?.id && document.getElementById(`${input.id}-error`);
  if (!line) return false;
  (line.lastElementChild ?? line).textContent = sentence;
  input.setAttribute('aria-invalid', 'true');
  return true;
}

function placeOf(form) {
  return form.querySelector?.('[data-said]') ?? form.closest('[data-said-here]')?.querySelector('[data-said]') ?? document.getElementById('said');
}

function make(tag, css, text = '') {
  const node = document.createElement(tag);
  node.className = css;
  node.textContent = text;
  return node;
}
