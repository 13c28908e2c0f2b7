// Keeps a copy of the committee on paper in this tab, never older than two minutes, so that the chair has it when the server is gone.
import { time } from './words.js';

const EVERY = 90_000;
const link = document.getElementById('paper-copy');
let kept = '';

async function renew() {
  try {
    const answer = await fetch(link.dataset.from);
    if (answer.ok) keep(await answer.blob());
  } catch { /* the copy that is here stays */ }
  setTimeout(renew, EVERY);
}

function keep(pdf) {
  const before = kept;
  kept = URL.createObjectURL(pdf);
  link.href = kept;
  link.download = 'placard-on-paper.pdf';
  const now = time(Date.now()).slice(0, 5);
  const asOf = link.dataset.words.replace('{time}', now);
  link.querySelector('[data-as-of]').textContent = link.title = asOf; // narrow docks have no room for it
  if (before) URL.revokeObjectURL(before);
}

if (link) renew();
