// The cockpit's own: panels without a reload, delegations and times as a chair types them, the motion line, the steppers.
import { plain } from './plain.js';
import { secondsOf } from './times.js';

const root = document.querySelector('[data-cockpit]');
const PANEL = 'placard.panel', PANELS = ['speakers', 'motions', 'papers', 'votes'];
const BRINGS = { '/': 'speakers', m: 'motions', v: 'motions' };
const KINDS = {
  mod: 'moderated_caucus', unmod: 'unmoderated_caucus', ext: 'extend_caucus', end: 'close_caucus', cow: 'consultation_of_the_whole',
  rr: 'round_robin', intro: 'introduce_draft', amend: 'introduce_amendment', close: 'close_debate', table: 'adjourn_debate',
  resume: 'resume_debate', suspend: 'suspend_meeting', adjourn: 'adjourn_meeting', time: 'speaking_time',
};
const byId = (id) => document.getElementById(id);
let before = ''; // the panel that a roll-call vote took the place of

// ---- panels -------------------------------------------------------------------------------------------------------------

function show(panel) {
  root.dataset.panel = PANELS.includes(panel) ? panel : PANELS[0];
  sessionStorage.setItem(PANEL, root.dataset.panel);
  mark();
}

function mark() {
  for (const tab of document.querySelectorAll('[data-panel-of]')) {
    if (tab.dataset.panelOf === root.dataset.panel) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}

function onTab(event) {
  const tab = event.target.closest?.('[data-panel-of]');
  if (!tab) return;
  event.preventDefault();
  show(tab.dataset.panelOf);
  document.querySelector('.floorpane').scrollTop = 0;
}

// keys.js offers only what is in sight, so what a key needs is brought into sight first
function bring(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, dialog')) return;
  const panel = BRINGS[event.key];
  const within = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)];
  if (!panel || !within.length || within.some((one) => one.checkVisibility())) return;
  show(panel);
}

function followRollCall() {
  const grid = document.querySelector('#votes .callgrid');
  if (grid && !before) {
    before = root.dataset.panel;
    show('votes');
  } else if (!grid && before) {
    show(before);
    before = '';
  }
}

// ---- what is typed, as the server reads it ------------------------------------------------------------------------------

/** The seat key of a delegation as it was typed: its whole name, or the only one that begins so. */
function seatOf(input) {
  const options = [...(input.list?.options ?? [])].map((one) => ({ key: one.dataset.seatKey, name: plain(one.value) }));
  const typed = plain(input.value);
  if (!typed) return '';
  const exact = options.find(({ key, name }) => name === typed || key === typed);
  const begins = options.filter(({ name }) => name.startsWith(typed) || name.split(/[\s-]+/).some((word) => word.startsWith(typed)));
  return exact?.key ?? (begins.length === 1 ? begins[0].key : input.value.trim());
}

function onFormData({ target, formData }) {
  for (const input of target.querySelectorAll('[data-seat]')) formData.set(input.name, seatOf(input));
  for (const input of target.querySelectorAll('[data-time]')) formData.set(input.name, secondsOf(input.value));
}

// ---- motions ------------------------------------------------------------------------------------------------------------

function showFields() {
  const kind = byId('motion-kind')?.selectedOptions[0];
  const takes = kind?.dataset.takes.split(' ') ?? [];
  for (const field of document.querySelectorAll('[data-field]')) field.hidden = !takes.includes(field.dataset.field);
  for (const option of document.querySelectorAll('#motion-form option[data-kinds]')) hideOption(option, kind?.value);
}

// a draft that this kind of motion does not take is no choice
function hideOption(option, kind) {
  option.hidden = option.disabled = !option.dataset.kinds.split(' ').includes(kind);
  if (option.selected && option.disabled) option.parentElement.value = '';
}

// the kind of motion that a word means: its short form, or the beginning of its name
function kindOf(word) {
  const wanted = KINDS[word.toLowerCase()];
  return [...byId('motion-kind').options].find(({ value, label }) => value === wanted || (word.length > 2 && plain(label).startsWith(plain(word))));
}

/** "mod 10 30 water by Ghana": kind, minutes, seconds of each speech, the rest. */
function readLine(line) {
  const [first = '', ...words] = line.trim().split(/\s+/), option = kindOf(first);
  if (!option) return;
  byId('motion-kind').value = option.value;
  showFields();
  const takes = option.dataset.takes.split(' ');
  const times = ['total_seconds', 'speech_seconds'].filter((name) => takes.includes(name));
  for (const name of times) if (/^\d/.test(words[0] ?? '')) fillTime(name, words.shift());
  const by = words.findLastIndex((word) => word.toLowerCase() === 'by');
  if (by >= 0) byId('motion-seat').value = words.splice(by).slice(1).join(' ');
  fillRest(takes, words.join(' '));
}

// a bare number is minutes of a caucus and seconds of a speech
function fillTime(name, word) {
  const bare = /^\d+$/.test(word) && name === 'total_seconds';
  byId({ total_seconds: 'motion-total', speech_seconds: 'motion-speech' }[name]).value = bare ? `${word}:00` : word;
}

function fillRest(takes, rest) {
  if (takes.includes('topic')) byId('motion-topic').value = rest;
  if (takes.includes('until')) byId('motion-until').value = rest;
  for (const [name, id] of [['paper', 'motion-paper'], ['amendment', 'motion-amendment']]) {
    const found = takes.includes(name) && rest && [...byId(id).options].find(({ value, label }) => value && plain(label).includes(plain(rest)));
    if (found) byId(id).value = found.value;
  }
}

// ---- placards -----------------------------------------------------------------------------------------------------------

/** How many Yes carry a question, by the kind of majority; the server counts, this line only tells ahead. */
function needed(majority, cast, present) {
  const least = {
    simple_cast: Math.floor(cast / 2) + 1, two_thirds_cast: Math.ceil((2 * cast) / 3), simple_present: Math.floor(present / 2) + 1,
    two_thirds_present: Math.ceil((2 * present) / 3), unanimous: cast,
  };
  return Math.max(1, least[majority]);
}

function tell() {
  const line = document.querySelector('[data-verdict]');
  if (!line) return;
  const [yes, no, abstain] = ['yes', 'no', 'abstain'].map((choice) => Number(byId(`count-${choice}`)?.value) || 0);
  const electorate = Number(line.dataset.electorate), left = electorate - yes - no - abstain;
  const least = Math.max(needed(line.dataset.majority, yes + no, electorate), Number(line.dataset.required));
  const { over, carries, fails, left: rest } = line.dataset;
  const weighed = 'keeps' in line.dataset ? no : yes; // a ruling stands unless so many are against it
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, key) => ({ yes, no, needed: least, left, electorate })[key]);
  const verdict = left < 0 ? [over] : [weighed >= least ? carries : fails, left ? rest : ''];
  const said = yes + no + abstain ? fill(verdict.filter(Boolean).join(' ')) : '';
  if (line.textContent !== said) line.textContent = said;
}

function onStep(event) {
  const button = event.target.closest?.('[data-step], [data-rest]');
  if (!button) return;
  const input = byId(button.dataset.for ?? button.dataset.rest);
  const others = [...input.form.querySelectorAll('input[type="number"]')].filter((one) => one !== input);
  const rest = Number(input.max) - others.reduce((sum, one) => sum + (Number(one.value) || 0), 0);
  const value = 'rest' in button.dataset ? rest : (Number(input.value) || 0) + Number(button.dataset.step);
  input.value = Math.min(Math.max(value, 0), Number(input.max));
  tell();
}

// ---- wiring -------------------------------------------------------------------------------------------------------------

// at once, not by the toggle event: that comes after the next keys are typed
function onOpened(changes) {
  const opened = changes.map(({ target }) => target).find((one) => one.matches('details:is(.more, .look)') && one.open);
  opened?.querySelector('.look > div, .wallmenu button, input:not([type="hidden"]), select, textarea')?.focus();
}

// a form that was folded out is folded in again, unless it is for several presses
function onRecorded({ target }) {
  const more = target.closest?.('details.more');
  if (more && !('keep' in more.dataset)) more.open = false;
}

// a menu that lies over the page goes when the chair turns to something else
function closeMenus({ target, key }) {
  if (document.querySelector('dialog[open]')) return; // Escape, and every press, is the dialog's
  for (const menu of document.querySelectorAll('.wallmenu[open]')) {
    if (key ? key !== 'Escape' : menu.contains(target)) continue;
    menu.open = false;
    if (key) menu.querySelector('summary').focus();
  }
}

function onInput({ target }) {
  if (target.matches('[data-motion-line]')) readLine(target.value);
  else if (target.matches('[data-kinds]')) showFields();
  else if (target.closest('.count-form')) tell();
}

function onFrame() {
  mark();
  showFields();
  followRollCall();
  tell();
}

// the palette asks whether the line is a motion, and hands it over
function onReads(event) {
  if (event.target.matches('[data-motion-line]') && kindOf(event.detail.split(/\s+/)[0])) event.preventDefault();
}

function onLine({ target, detail }) {
  if (!target.matches('[data-motion-line]')) return;
  show('motions');
  byId('new-motion').open = true;
  target.value = detail;
  readLine(detail);
  setTimeout(() => byId(byId('motion-seat').value ? 'raise-motion' : 'motion-seat').focus()); // after what opening focuses
}

function onLineEnter(event) {
  if (event.key !== 'Enter' || !event.target.matches?.('[data-motion-line]')) return;
  event.preventDefault();
  byId('motion-seat').value ? byId('motion-form').requestSubmit() : byId('motion-seat').focus();
}

show(location.hash.slice(1) || sessionStorage.getItem(PANEL) || PANELS[0]);
document.addEventListener('click', onTab);
document.addEventListener('click', onStep);
document.addEventListener('click', closeMenus);
document.addEventListener('keydown', closeMenus);
document.addEventListener('keydown', bring, true);
document.addEventListener('keydown', onLineEnter);
document.addEventListener('formdata', onFormData);
new MutationObserver(onOpened).observe(root, { subtree: true, attributeFilter: ['open'] });
document.addEventListener('placard:recorded', onRecorded);
document.addEventListener('placard:reads', onReads);
document.addEventListener('placard:line', onLine);
document.addEventListener('input', onInput);
document.addEventListener('placard:frame', onFrame);
onFrame();
addEventListener('load', () => (document.querySelector('.floorpane').scrollTop = 0)); // an address with a panel scrolls to it
