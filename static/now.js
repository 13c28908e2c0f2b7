// Keeps the overview of all committees as they are: asks for the rows every two seconds and puts in what differs.
import { showLink } from './linkstate.js';
import { roundTrip, sample } from './roomtime.js';

const EVERY = 2_000, PATIENCE = 6_000, LOST_AFTER = 3_000, SLOW_FROM = 800;
const place = document.getElementById('rows');
let heardAt = performance.now(), shown = '';

async function ask() {
  const sent = performance.now();
  try {
    const answer = await fetch(place.dataset.rows, { headers: { accept: 'text/html' }, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status === 401 || answer.status === 403) return void showLink('signed-out', 0, 0, true);
    if (!answer.ok) throw new Error(answer.status);
    await put((await answer.text()).trim());
    sample(sent, Number(answer.headers.get('x-now')));
    heardAt = performance.now();
    showLink(roundTrip() > SLOW_FROM ? 'slow' : 'live', roundTrip(), 0, false);
  } catch {
    const since = performance.now() - heardAt;
    if (since > LOST_AFTER) showLink(navigator.onLine ? 'lost' : 'offline', 0, since, true);
  }
  setTimeout(ask, EVERY);
}

async function put(text) {
  if (text === shown) return;
  shown = text;
  await window.htmx.swap({ text, target: place, swap: 'innerMorph', sourceElement: place });
}

if (place) ask();
