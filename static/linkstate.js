// The connection badge: says in words, in one place on every page, whether what is shown is how the room is.
import { say, time } from './words.js';
import { roomNow } from './roomtime.js';

const ENGLISH = {
  live: 'Live', slow: 'Slow, {seconds} s', lost: 'Reconnecting', link_offline: 'Offline: what you press is not sent',
  link_signed_out: 'You were signed out. Open the page again.',
};
const root = document.documentElement;
let before = { state: '', seconds: 0 };

/**
 * Show how the link is: live, slow, lost, offline or signed-out; '' leaves it as it is. `rtt` and `since` (how long ago the
 * server was last heard) in milliseconds; `isStale` dims the page. A badge may bring its own words: data-say-live, data-say-slow ...
 */
export function showLink(state, rtt, since, isStale) {
  root.classList.toggle('stale', isStale);
  const seconds = rtt / 1000;
  const said = state === before.state && !(state === 'slow' && Math.abs(seconds - before.seconds) >= 0.5);
  if (!state || said) return;
  before = { state, seconds };
  root.dataset.link = state === 'signed-out' ? 'offline' : state;
  const asOf = Number.isNaN(roomNow()) ? '' : time(roomNow() - since);
  const values = { seconds: seconds.toLocaleString(root.lang || 'en', { maximumFractionDigits: 1 }), time: asOf };
  for (const badge of document.querySelectorAll('.link-state')) tell(badge, state, values);
}

function tell(badge, state, values) {
  badge.textContent = sentence(badge, state).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  badge.dataset.state = root.dataset.link;
  if (state === 'lost' || state === 'offline') badge.dataset.asOf = values.time;
  else delete badge.dataset.asOf;
}

function sentence(badge, state) {
  const own = badge.getAttribute(`data-say-${state}`), key = { offline: 'link_offline', 'signed-out': 'link_signed_out' }[state] ?? state;
  return own ?? (say(key) === key ? ENGLISH[key] : say(key));
}
