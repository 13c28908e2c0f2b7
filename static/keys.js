// Single keys for what the page offers, declared by data-key on its buttons and links; the key list and the palette read the same marks.
import { say } from './words.js';

const SLOT = 'placard.keys', SECOND_KEY_WITHIN = 1200;
let first = '', firstAt = 0;

/** Start listening; wires the key list and the palette of the page. */
export function listen() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onDialogButton);
  const on = document.getElementById('keys-on');
  if (on) on.checked = isOn();
  on?.addEventListener('change', () => localStorage.setItem(SLOT, on.checked ? 'on' : 'off'));
  wirePalette();
}

// Plus and minus with Shift, where a keyboard tells them from the bare signs: more and less by a larger step.
const SHIFTED_SIGNS = { NumpadAdd: 'Shift+ArrowUp', NumpadSubtract: 'Shift+ArrowDown', _: 'Shift+ArrowDown', '*': 'Shift+ArrowUp' };
const SAME_KEY = { '=': '+', '−': '-' }; // the sign on the same key, where plus asks for Shift

/** The key of an event as data-key writes it: n, Space, Shift+1, Ctrl+k. */
function spell({ key, code = '', shiftKey, ctrlKey, metaKey }) {
  const command = ctrlKey || metaKey ? 'Ctrl+' : '';
  const larger = shiftKey && !command && (SHIFTED_SIGNS[code] ?? (code.startsWith('Numpad') ? undefined : SHIFTED_SIGNS[key]));
  if (larger) return larger;
  if (!command && SAME_KEY[key]) return SAME_KEY[key];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (/^\d$/.test(key)) return command + key; // some layouts need Shift for a plain digit
  if (shiftKey && digit) return `${command}Shift+${digit}`;
  const plain = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  // signs such as ? and + are what they are, whatever was held to type them
  return command + (shiftKey && (plain.length > 1 || /\p{L}/u.test(plain)) ? 'Shift+' : '') + plain;
}

/** Whether single keys act on this device. */
export const isOn = () => localStorage.getItem(SLOT) !== 'off';

function onKey(event) {
  if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) return;
  const key = spell(event);
  if (!key.startsWith('Ctrl+') && (!isOn() || isWriting(event.target) || isTaken(event.target, key))) return;
  const target = find(pending() + key) ?? find(key) ?? ownDialog(key);
  first = !target && startsPair(key) ? key : '';
  firstAt = performance.now();
  if (!target) return;
  event.preventDefault();
  act(target);
}

function ownDialog(key) {
  if (document.querySelector('dialog[open]')) return null;
  return document.getElementById({ '?': 'keys', 'Ctrl+k': 'palette' }[key] ?? '');
}

const isWriting = (target) => target.closest?.('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"])') != null;
// Space and Enter belong to the control that has the focus
const isTaken = (target, key) => (key === 'Space' || key === 'Enter') && target.closest?.('button, a[href], summary, input, [role="option"]') != null;
const pending = () => (first && performance.now() - firstAt < SECOND_KEY_WITHIN ? `${first} ` : '');
const startsPair = (key) => offered().some((one) => one.dataset.key.startsWith(`${key} `));

function find(key) {
  return offered().find((one) => one.dataset.key === key);
}

// a modal dialog narrows the page to itself; what says data-anywhere acts out of a menu that is closed
function offered() {
  const dialogs = document.querySelectorAll('dialog[open]');
  const within = dialogs.length ? dialogs[dialogs.length - 1] : document;
  return [...within.querySelectorAll('[data-key]')].filter((one) => !one.closest('[inert], [hidden]') && (one.dataset.anywhere !== undefined || one.checkVisibility?.() !== false));
}

function act(target) {
  if (target.matches('dialog')) open(target);
  else if (target.matches('input, textarea, select, [role="group"]')) goTo(target);
  else target.click();
}

function goTo(target) {
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

function onDialogButton(event) {
  const opener = event.target.closest?.('[data-opens]');
  if (opener && opener.getAttribute('aria-disabled') !== 'true') open(document.getElementById(opener.dataset.opens));
  else if (event.target.closest?.('[data-closes]')) event.target.closest('dialog')?.close();
}

function open(dialog) {
  if (!dialog || dialog.open) return;
  if (dialog.id === 'keys') listKeys(dialog);
  const items = dialog.id === 'palette' ? offeredWithLabels() : [];
  dialog.showModal();
  if (dialog.id === 'palette') dialog.dispatchEvent(new CustomEvent('placard:offer', { detail: items }));
}

function labelOf(one) {
  const copy = one.cloneNode(true);
  for (const key of copy.querySelectorAll('.key, .count, [aria-hidden="true"]')) key.remove();
  return one.getAttribute('aria-label') ?? (copy.textContent.trim() || one.labels?.[0]?.textContent || one.dataset.key);
}

// a field that reads a whole line of words takes what no command is called: "mod 10 30 water"
function readerOf(line) {
  const asked = (one) => !one.dispatchEvent(new CustomEvent('placard:reads', { detail: line, bubbles: true, cancelable: true }));
  const one = [...document.querySelectorAll('[data-reads-lines]')].find(asked);
  return one ? [{ one, key: '', label: `${one.dataset.readsLines}: ${line}`, line }] : [];
}

const offeredWithLabels = () => offered().map((one) => ({ one, key: one.dataset.key, label: labelOf(one) }));

function listKeys(dialog) {
  const rows = offeredWithLabels().map(({ label, key }) => row(label, key));
  dialog.querySelector('[data-keys-list]').replaceChildren(...(rows.length ? rows : [row(say('no_key'), '')]));
}

function row(label, key) {
  const item = document.createElement('li');
  item.append(label);
  if (key) {
    const cap = item.appendChild(document.createElement('kbd'));
    cap.className = 'key end';
    cap.textContent = key;
  }
  return item;
}

function wirePalette() {
  const palette = document.getElementById('palette');
  if (!palette) return;
  const words = palette.querySelector('input'), list = palette.querySelector('ul');
  let items = [], chosen = 0, shown = [];
  const draw = () => {
    const wanted = words.value.trim().toLowerCase();
    shown = items.filter(({ label, key }) => `${label} ${key}`.toLowerCase().includes(wanted) && key !== 'Ctrl+k');
    if (wanted) shown.push(...readerOf(words.value.trim()));
    chosen = Math.min(chosen, Math.max(shown.length - 1, 0));
    list.replaceChildren(...(shown.length ? shown.map(option) : [row(say('no_match'), '')]));
    if (!shown.length) list.firstChild.setAttribute('role', 'option');
    words.setAttribute('aria-activedescendant', shown.length ? `command-${chosen}` : '');
  };
  const option = ({ one, label, key }, index) => {
    const item = Object.assign(row(label, key), { id: `command-${index}` });
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(index === chosen));
    if (one.getAttribute('aria-disabled') === 'true') item.dataset.disabled = '';
    item.addEventListener('click', () => choose(index));
    return item;
  };
  const choose = (index) => {
    palette.close();
    const { one, line } = shown[index] ?? {};
    if (line) one.dispatchEvent(new CustomEvent('placard:line', { detail: line, bubbles: true }));
    else if (one) act(one);
  };
  palette.addEventListener('placard:offer', ({ detail }) => {
    [items, chosen, words.value] = [detail, 0, ''];
    draw();
  });
  words.addEventListener('input', () => draw((chosen = 0)));
  words.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) draw((chosen = (chosen + step + shown.length) % shown.length));
    if (event.key === 'Enter') choose(chosen);
    if (step || event.key === 'Enter') event.preventDefault();
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
}
