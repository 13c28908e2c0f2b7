// The page of notes: a thread that is looked at is read, and a delegation is found among many.
import { plain } from './plain.js';
import { mint } from './press.js';

const told = new Map(); // thread -> the place up to which the server was told that it is read

document.addEventListener('toggle', ({ target }) => target.matches?.('details.thread') && read(target), true);
document.addEventListener('placard:frame', readOpen);
document.addEventListener('visibilitychange', readOpen);
document.addEventListener('input', ({ target }) => target.dataset?.finds && find(target));
addEventListener('hashchange', unfold);
unfold();

function readOpen() {
  for (const thread of document.querySelectorAll('details.thread[open]')) read(thread);
}

async function read(thread) {
  const { readAt, last } = thread.dataset;
  if (!thread.open || document.hidden || !('unread' in thread.dataset) || told.get(readAt) === last) return;
  told.set(readAt, last);
  const body = new URLSearchParams({ place: last, command_id: mint() });
  const answer = await fetch(readAt, { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null);
  if (!answer?.ok) told.delete(readAt); // told again with the next frame
}

// a link to a thread opens it
function unfold() {
  const thread = location.hash.startsWith('#thread-') && document.getElementById(location.hash.slice(1));
  if (thread) thread.open = true;
}

function find(input) {
  const wanted = plain(input.value);
  for (const row of document.getElementById(input.dataset.finds).children) row.hidden = !plain(row.textContent).includes(wanted);
}
