// Keeps what is copied from a sheet of paper in this browser until it is entered, and goes to the line that was refused.
const form = document.getElementById('sheet');
const key = `placard:sheet ${location.pathname.replace(/\/papers$/, '')}`;
// What stood there goes with what was typed: only the difference between them is entered.
const fields = () => [...form.querySelectorAll('textarea, select, input[type="text"], [name$="_was"], [name^="paper_text."]')];

function keep() {
  const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]));
  try {
    localStorage.setItem(key, JSON.stringify({ since: form.dataset.entered, typed }));
  } catch { /* the texts are too many for this browser to keep: the page itself has them */ }
}

function restore() {
  const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
  if (kept.since !== form.dataset.entered) return void localStorage.removeItem(key); // that sheet was entered
  for (const name of Object.keys(kept.typed)) if (name.startsWith('paper_text.')) bringBack(name);
  for (const field of fields()) if (field.name in kept.typed) field.value = kept.typed[field.name];
  document.getElementById('new-paper').open ||= ['title', 'sponsors', 'text'].some((name) => kept.typed[name]);
}

// A text of a new paper that a fresh page does not have; it is drawn when the sheet is looked through.
function bringBack(name) {
  if (form.elements.namedItem(name)) return;
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name }));
  document.getElementById('texts-kept').hidden = false;
}

function goToLine(field) {
  const before = field.value.split('\n').slice(0, field.dataset.line - 1).join('\n');
  const start = before.length + (before ? 1 : 0);
  const end = field.value.indexOf('\n', start);
  field.focus();
  field.setSelectionRange(start, end < 0 ? field.value.length : end);
  document.getElementById('stopped')?.scrollIntoView({ block: 'start' });
}

const preview = document.getElementById('preview');
const told = document.getElementById('was-read') ?? document.getElementById('not-read');
const refused = form.querySelector('[data-line]');
if (!preview && !told && !document.querySelector('[role="alert"]')) restore(); // a fresh page; an answer shows what was sent
form.addEventListener('input', keep);
form.addEventListener('submit', keep);
if (told) keep();
if (refused) goToLine(refused);
else (told ?? preview)?.focus();
