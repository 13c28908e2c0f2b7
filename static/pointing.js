// Where everybody's caret is: tells the others where ours stands, and shows theirs with their names.
import {
  createAbsolutePositionFromRelativePosition as placeOf, createRelativePositionFromTypeIndex as markOf, decodeRelativePosition, encodeRelativePosition,
} from './vendor/yjs/yjs.js';
import { bytes, letters } from './base64.js';
import { drawCarets } from './carets.js';

const TELL_AFTER = 150;

/** `bound` are the fields and their shared texts, `docOf(clause)` a clause's document; `send` tells the server. */
export function showPointing(bound, docOf, send) {
  const carets = new Map(); // the server's number of a page -> where its caret is
  let timer = null, isPointing = false;

  function point() {
    timer = null;
    const one = bound.get(document.activeElement);
    if (!one && !isPointing) return;
    isPointing = Boolean(one);
    const places = one && { anchor: mark(one, one.field.selectionStart), head: mark(one, one.field.selectionEnd) };
    send({ caret: one ? { clause: one.clause, field: one.name, ...places } : false });
  }

  // a mark holds on to the letter before it, wherever that goes
  const mark = (one, at) => letters(encodeRelativePosition(markOf(one.text, at, -1)));

  function hear({ caret, who, name, gone }) {
    if (gone) carets.delete(gone);
    else carets.set(who, { ...caret, name });
    draw();
  }

  function draw() {
    for (const [field, one] of bound) drawCarets(field, [...carets.values()].map((at) => resolved(one, at)).filter(Boolean));
  }

  function resolved(one, { clause, field, head, name }) {
    if (clause !== one.clause || field !== one.name) return null;
    try {
      const found = placeOf(decodeRelativePosition(bytes(head)), docOf(clause));
      return found?.type === one.text ? { at: found.index, name } : null;
    } catch {
      return null; // another page's nonsense
    }
  }

  function forget() {
    carets.clear();
    draw();
  }

  document.addEventListener('selectionchange', () => (timer ??= setTimeout(point, TELL_AFTER)));
  return { hear, draw, forget };
}
