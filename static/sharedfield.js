// One field of the page and the shared text behind it: what is typed goes in as the smallest change, what others typed
// comes in around the caret, which stays between the same letters.

/** The origin of what is typed in this page: undo takes back only that. */
export const LOCAL = 'here';

export class Bound {
  constructor(field, clause, name, text, undo, redraw) {
    Object.assign(this, { field, clause, name, text, undo, redraw, shown: '', missed: [] });
    this.isComposing = false;
    this.heard = new AbortController();
    const options = { signal: this.heard.signal };
    field.addEventListener('input', () => this.isComposing || this.take(), options);
    field.addEventListener('compositionstart', () => (this.isComposing = true), options);
    field.addEventListener('compositionend', () => this.composed(), options);
    field.addEventListener('beforeinput', (event) => this.before(event), options);
    field.addEventListener('keydown', (event) => this.key(event), options);
    this.observer = (event) => this.changed(event);
    text.observe(this.observer);
    this.refresh();
  }

  end() {
    this.heard.abort();
    this.text.unobserve(this.observer);
  }

  /** Show the shared text, after the page was drawn anew. */
  refresh() {
    if (!this.isComposing) this.put(this.text.toString(), this.field.selectionStart, this.field.selectionEnd);
  }

  // what was typed, as one change at one place
  take() {
    const { field } = this;
    if (/[\r\n\t]/.test(field.value)) {
      const caret = field.value.slice(0, field.selectionEnd).replace(/\s*[\r\n\t]\s*/g, ' ').length;
      field.value = field.value.replace(/\s*[\r\n\t]\s*/g, ' ');
      field.setSelectionRange(caret, caret);
    }
    const { at, gone, come } = difference(this.shown, field.value, field.selectionEnd);
    this.shown = field.value;
    const place = this.missed.reduce(moved, at), end = this.missed.reduce(moved, at + gone);
    this.text.doc.transact(() => {
      if (end > place) this.text.delete(place, end - place);
      if (come) this.text.insert(place, come);
    }, LOCAL);
  }

  composed() {
    this.isComposing = false;
    this.take();
    this.missed = [];
    this.refresh();
  }

  changed({ delta, transaction }) {
    if (transaction.origin === LOCAL) return void this.redraw();
    if (this.isComposing) return void this.missed.push(delta);
    const { field } = this;
    const caret = [field.selectionStart, field.selectionEnd].map((at) => moved(at, delta));
    this.put(this.text.toString(), ...caret);
    this.redraw();
  }

  put(words, start, end) {
    const { field } = this;
    this.shown = words;
    if (field.value === words) return;
    field.value = words;
    if (document.activeElement === field) field.setSelectionRange(Math.min(start, words.length), Math.min(end, words.length));
  }

  before(event) {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      this.back(event.inputType === 'historyRedo');
    } else if (event.inputType === 'insertLineBreak' && this.field.matches('textarea')) event.preventDefault();
  }

  // the browser's own undo knows nothing of what others typed meanwhile
  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const sign = event.key.toLowerCase();
    if (sign !== 'z' && !(sign === 'y' && !event.shiftKey)) return;
    event.preventDefault();
    this.back(sign === 'y' || event.shiftKey);
  }

  back(again) {
    if (again) this.undo.redo();
    else this.undo.undo();
  }
}

/** What differs: `gone` characters at `at` gave way to `come`; `caret` tells which of several equal letters was typed. */
function difference(was, is, caret) {
  const longest = Math.min(was.length, is.length);
  let tail = 0;
  const after = is.length - caret;
  while (tail < Math.min(longest, after) && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < longest - tail && was[head] === is[head]) head += 1;
  while (tail < longest - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  if (isHalf(was, head) || isHalf(is, head)) head -= 1; // never through the middle of one character
  while (tail && (isHalf(was, was.length - tail) || isHalf(is, is.length - tail))) tail -= 1;
  return { at: head, gone: was.length - head - tail, come: is.slice(head, is.length - tail) };
}

const isHalf = (words, at) => at > 0 && at < words.length && /[\uDC00-\uDFFF]/.test(words[at]) && /[\uD800-\uDBFF]/.test(words[at - 1]);

/** Where a place of the text is after a change by somebody else. */
function moved(at, delta) {
  let here = 0, place = at;
  for (const { retain = 0, insert = '', delete: gone = 0 } of delta) {
    here += retain;
    if (here >= place) break;
    if (insert) {
      place += insert.length;
      here += insert.length;
    } else if (gone) place -= Math.min(gone, place - here);
  }
  return place;
}
