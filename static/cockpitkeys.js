// Where keys of the cockpit go: p sends what the focus is in to the display, a name beside the roll leads to its row.
import { isOn } from './keys.js';

const byId = (id) => document.getElementById(id);

// p sends the paper or the amendment in which the focus is, before that which the committee is at
function sendFocused(event) {
  if (event.key !== 'p' || !isOn() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, dialog')) return;
  const at = document.activeElement?.closest?.('[id^="paper-"], [id^="amendment-"]');
  const press = at && byId(`wall-1-${at.id.replace(/^(paper|amendment)-/, '')}`);
  if (!press) return;
  event.preventDefault();
  press.click();
}

// a name beside the roll leads to its row, whose answers then have the focus
function toRow(event) {
  const row = byId(event.target.closest?.('a[data-row]')?.hash.slice(1));
  if (!row) return;
  event.preventDefault();
  row.querySelector('button')?.focus();
}

document.addEventListener('keydown', sendFocused, true);
document.addEventListener('click', toRow);
