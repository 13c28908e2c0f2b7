// Typing together in a working paper: each clause is a shared text, kept by the server and merged by Yjs.
//
//   <div data-typing="/committees/7/papers/WP-1/typing"> ... <textarea data-shared="CLAUSE text"> ...
//
// A browser says what it has of each clause and gets what it lacks; what it typed is sent as all that the server has not
// acknowledged. So to connect, to come back and to send again are one thing, and nothing can be doubled or lost.
import { Doc, UndoManager, applyUpdate, encodeStateAsUpdate, encodeStateVector } from './vendor/yjs/yjs.js';
import { bytes, letters } from './base64.js';
import { forgetTyped, keepTyped, leaveOver, typedBefore } from './leftover.js';
import { showPointing } from './pointing.js';
import { LOCAL, Bound } from './sharedfield.js';
import { RIGHTS_CHANGED, openLink } from './typinglink.js';
import { showHere, showState, showWords } from './typingstate.js';

let lookTimer = null;
const SEND_AFTER = 80, LOOK_AFTER = 1_500, LARGEST = 60_000;
const here = { isReady: false, isEnded: false, writes: true, n: 0, savedAt: null };
const texts = new Map(); // clause -> its shared text
const bound = new Map(); // field -> Bound

const place = () => document.querySelector('[data-typing]');
const fields = () => [...(place()?.querySelectorAll('[data-shared]') ?? [])];
const partsOf = (field) => field.dataset.shared.split(' ');

/** Whether every word that was typed here is known to be kept. */
const isAllKept = () => [...texts.values()].every((one) => !one.isDirty);

/** Look again at which fields the page has: after it was drawn anew. */
function bindAll() {
  if (place() && here.isEnded) link.open(); // the page is drawn anew: perhaps it may be written again
  for (const [field, one] of bound) if (!field.isConnected || field.dataset.shared !== `${one.clause} ${one.name}`) unbind(field);
  const unknown = here.isReady ? fields().filter((field) => !texts.get(partsOf(field)[0])?.seed) : [];
  for (const field of unknown) if (field.value === field.defaultValue) field.readOnly = true; // for the moment, as at the start
  if (unknown.length) greet([...new Set(unknown.map((field) => partsOf(field)[0]))]);
  for (const field of fields()) bind(field);
  tellState();
}

function start() {
  if (!place()) return;
  for (const clause of new Set(fields().map((field) => partsOf(field)[0]))) recall(clause);
  for (const field of fields()) field.readOnly = true; // for the moment until the shared text is here, or known to be out of reach
  addEventListener('beforeunload', (event) => isAllKept() || event.preventDefault());
  document.addEventListener('placard:renewed', bindAll);
  link.open();
}

// ---- the link -----------------------------------------------------------------------------------------------------------
const opened = () => {
  here.isEnded = false;
  greet([...new Set([...fields().map((field) => partsOf(field)[0]), ...texts.keys()])]);
};

function lost() {
  here.isReady = false;
  for (const one of texts.values()) Object.assign(one, { kept: null, sent: null });
  if (!here.isEnded) for (const field of fields()) if (!bound.has(field)) field.readOnly = false; // the form saves it
  pointing.forget();
  tellState();
}

// the right to write here is over: what is not kept is put where it can be copied from
function ended(code) {
  here.isEnded = true;
  for (const [clause, one] of texts) if (one.isDirty) lose(clause, one);
  for (const field of [...bound.keys()]) unbind(field);
  for (const field of fields()) field.readOnly = true;
  texts.clear();
  tellState();
  if (code === RIGHTS_CHANGED) document.dispatchEvent(new CustomEvent('placard:look'));
}

const greet = (clauses) => link.send({ have: Object.fromEntries(clauses.map((clause) => [clause, has(clause)])) });

function has(clause) {
  const one = texts.get(clause);
  return { seed: one?.seed ?? '', seen: one?.seed ? letters(encodeStateVector(one.doc)) : '' };
}

function hear(told) {
  if ('kept' in told && 'update' in told) greeted(told);
  else if ('update' in told) merge(told);
  else if ('ready' in told) ready(told);
  else if ('writes' in told) mayWrite(told.writes);
  else if ('kept' in told) kept(told);
  else if ('refused' in told) refused(told);
  else if ('caret' in told || 'gone' in told) pointing.hear(told);
  else if ('here' in told) showHere(told.here);
  else if ('look' in told) document.dispatchEvent(new CustomEvent('placard:look'));
}

// ---- the texts ----------------------------------------------------------------------------------------------------------

function fresh(clause, seed = '') {
  const doc = new Doc();
  const one = { doc, seed, kept: null, sent: null, isDirty: false, changed: 0, timer: null, said: '' };
  one.undo = new UndoManager([doc.getText('opening'), doc.getText('text'), doc.getText('text_after')], { trackedOrigins: new Set([LOCAL]) });
  doc.on('update', (update, origin) => origin !== 'server' && typed(clause, one));
  doc.on('afterTransaction', () => showWords(clause, doc));
  texts.set(clause, one);
  return one;
}

function recall(clause) {
  const before = typedBefore(clause);
  if (!before) return;
  const one = fresh(clause, before.seed);
  applyUpdate(one.doc, bytes(before.state), 'server');
  one.isDirty = true;
}

function greeted({ clause, seed, update, kept: theirs }) {
  let one = texts.get(clause);
  if (one && one.seed !== seed) {
    if (one.isDirty) lose(clause, one);
    unbindClause(clause);
    one = null;
  }
  one ??= fresh(clause, seed);
  applyUpdate(one.doc, bytes(update), 'server');
  Object.assign(one, { seed, kept: bytes(theirs), sent: null });
  flush(clause, one);
}

function merge({ clause, seed, update }) {
  const one = texts.get(clause);
  if (!fields().length) return lookLater();
  if (one?.seed && (!seed || seed === one.seed)) applyUpdate(one.doc, bytes(update), 'server');
}

// a page that only reads is drawn anew while others type, but not for each letter
function lookLater() {
  lookTimer ??= setTimeout(() => {
    lookTimer = null;
    document.dispatchEvent(new CustomEvent('placard:look'));
  }, LOOK_AFTER);
}

function ready({ ready: there, writes }) {
  Object.assign(here, { isReady: true, writes });
  for (const [clause, one] of texts) {
    if (there.includes(clause)) continue;
    if (one.isDirty) lose(clause, one);
    unbindClause(clause);
    texts.delete(clause);
  }
  for (const field of fields()) bind(field);
  tellState();
}

function mayWrite(writes) {
  here.writes = writes;
  for (const field of bound.keys()) markBound(field);
}

function typed(clause, one) {
  one.isDirty = true;
  one.changed += 1;
  one.said = '';
  one.timer ??= setTimeout(() => {
    one.timer = null;
    keepTyped(clause, { seed: one.seed, state: letters(encodeStateAsUpdate(one.doc)) });
    flush(clause, one);
  }, SEND_AFTER);
  tellState();
}

// all that the server has not acknowledged, in one message at a time
function flush(clause, one) {
  if (!one.isDirty || one.sent || !one.kept || !link.isOpen()) return;
  const seen = encodeStateVector(one.doc);
  const message = JSON.stringify({ typed: { clause, seed: one.seed, update: letters(encodeStateAsUpdate(one.doc, one.kept)), seen: letters(seen), n: ++here.n } });
  if (message.length > LARGEST) return void stuck(clause, one, place().dataset.sayTooMuch);
  one.sent = { n: here.n, seen, changed: one.changed };
  link.sendText(message);
}

function kept({ kept: n, clause, at }) {
  const one = texts.get(clause);
  if (one?.sent?.n !== n) return;
  const { seen, changed } = one.sent;
  Object.assign(one, { kept: seen, sent: null, said: '' });
  if (changed === one.changed) {
    one.isDirty = false;
    forgetTyped(clause);
  }
  flush(clause, one);
  tellState(at);
}

function refused({ refused: n, clause, rule, sentence }) {
  const one = texts.get(clause);
  if (one?.sent?.n !== n) return;
  one.sent = null;
  if (rule === 'typing.behind' || rule === 'typing.began_anew') return void greet([clause]);
  if (rule === 'draft.no_clause') {
    lose(clause, one);
    unbindClause(clause);
    texts.delete(clause);
    return void document.dispatchEvent(new CustomEvent('placard:look'));
  }
  stuck(clause, one, sentence);
}

// not taken as it stands: it stays in the field, says why, and is sent again with the next change
function stuck(clause, one, sentence) {
  one.said = sentence;
  tellState();
}

function lose(clause, one) {
  leaveOver(['opening', 'text', 'text_after'].map((name) => one.doc.getText(name).toString()).filter(Boolean).join(' '));
  one.isDirty = false;
  forgetTyped(clause);
}

// ---- the fields ---------------------------------------------------------------------------------------------------------

function bind(field) {
  const [clause, name] = partsOf(field), one = texts.get(clause);
  if (bound.has(field)) {
    bound.get(field).refresh();
    return markBound(field);
  }
  if (!one?.kept) return;
  if (field.value !== field.defaultValue && field.form && !field.readOnly) return; // begun while there was no link: the form saves it
  bound.set(field, new Bound(field, clause, name, one.doc.getText(name), one.undo, pointing.draw));
  markBound(field);
}

function markBound(field) {
  field.readOnly = !here.writes;
  field.form?.setAttribute('data-typed', '');
}

function unbind(field) {
  bound.get(field)?.end();
  bound.delete(field);
  field.form?.removeAttribute('data-typed');
}

function unbindClause(clause) {
  for (const [field, one] of bound) if (one.clause === clause) unbind(field);
}

const tellState = (at) => showState(here, [...texts.values()].map((one) => one.said).find(Boolean), isAllKept(), at);

const pointing = showPointing(bound, (clause) => texts.get(clause)?.doc, (message) => here.isReady && link.send(message));
const link = openLink(() => place()?.dataset.typing, { opened, hear, lost, ended });
start();
