// Keeps what is copied from a sheet of paper in this browser until it is entered, and goes to the line that was refused.
const form = document.getElementById('sheet');
const key = `placard:sheet ${location.pathname}`;
// What stood there goes with what was typed: only the difference between them is entered.
const fields = () => [...form.querySelectorAll('textarea, select, [name$="_was"]')];

function keep() {
  const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]));
  localStorage.setItem(key, JSON.stringify({ since: form.dataset.entered, typed }));
}

function restore() {
  const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
  if (kept.since !== form.dataset.entered) return void localStorage.removeItem(key); // that sheet was entered
  for (const field of fields()) if (field.name in kept.typed) field.value = kept.typed[field.name];
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
const refused = form.querySelector('[data-line]');
if (!preview && !document.querySelector('[role="alert"]')) restore(); // a fresh page; an answer shows what was sent
form.addEventListener('input', keep);
form.addEventListener('submit', keep);
if (refused) goToLine(refused);
else preview?.focus();
