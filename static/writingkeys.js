// The editor by keyboard alone: a clause is moved, put deeper or higher, followed by a new one and closed without a mouse.
const MOVES = { ArrowUp: 'up', ArrowDown: 'down' }, LEVELS = { ArrowRight: 'in', ArrowLeft: 'out' };

document.addEventListener('keydown', (event) => {
  const clause = event.target.closest?.('details.edit-clause[id^="clause-"]');
  if (!clause) return;
  const uid = clause.id.slice('clause-'.length), step = stepOf(event);
  if (step && press(`${step}-${uid}`)) event.preventDefault();
  else if (event.key === 'Escape' && clause.open && !event.isComposing) close(clause, event);
});

// Alt with an arrow moves, with Shift as well it changes the level: as in outlines of text programs
function stepOf({ key, altKey, shiftKey, ctrlKey, metaKey }) {
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return 'after';
  if (!altKey || ctrlKey || metaKey) return '';
  return (shiftKey ? LEVELS[key] : MOVES[key]) ?? '';
}

function press(id) {
  const button = document.getElementById(id);
  button?.click();
  return Boolean(button);
}

function close(clause, event) {
  event.preventDefault();
  clause.open = false;
  clause.querySelector('summary').focus();
}
