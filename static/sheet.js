// The vote that comes up over the phone: it takes the focus, says so in the title, and arms only after half a second.
import { say } from './words.js';

const ARMS_AFTER = 500;
let present = null, title = document.title;

/** Watch for elements with data-sheet, now and in whatever is pushed later. */
export function watch() {
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', holdBack, true);
  document.addEventListener('submit', holdBack, true);
  document.addEventListener('placard:recorded', letGo);
  look();
}

// live.js leaves an open ballot alone; once an answer is recorded, what the server says of it may come in
function letGo({ target }) {
  target.closest('[data-open-ballot]')?.removeAttribute('data-open-ballot');
}

function look() {
  const sheet = document.querySelector('[data-sheet]');
  if (sheet?.id === present?.id) return;
  if (sheet) rise(sheet);
  else sink();
}

function rise(sheet) {
  if (!present) title = document.title;
  present = { id: sheet.id, at: performance.now() };
  document.title = say('vote_open', { title });
  for (const one of document.body.children) if (!one.contains(sheet) && !one.matches('#said, dialog, script')) one.inert = true;
  for (const one of siblingsOnTheWay(sheet)) one.inert = true;
  const ballots = sheet.querySelectorAll('[data-ballot]');
  for (const ballot of ballots) ballot.dataset.arming = '';
  setTimeout(() => ballots.forEach((ballot) => delete ballot.dataset.arming), ARMS_AFTER);
  sheet.querySelector('[tabindex="-1"]')?.focus();
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(80); // browsers refuse it, loudly, before the first touch
}

function sink() {
  present = null;
  document.title = title;
  for (const one of document.querySelectorAll('[inert]')) one.inert = false;
}

// what the sheet covers must not be reached by Tab either, however deep the sheet stands
function* siblingsOnTheWay(sheet) {
  for (let node = sheet; node.parentElement && node.parentElement !== document.body; node = node.parentElement)
    for (const one of node.parentElement.children) if (one !== node && !one.matches('.topbar')) yield one; // the badge stays in sight
}

function holdBack(event) {
  if (!present || performance.now() - present.at >= ARMS_AFTER || !event.target.closest?.('[data-sheet] [data-ballot]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
