// The code box: takes the token of a scanned card out of the address, writes codes in groups of four, and keeps what was typed when it is refused.
const form = document.getElementById('join'), box = document.getElementById('code'), said = form?.querySelector('[data-join-said]');

/** Letters and digits of `text` in groups of four. */
const grouped = (text) => (text.toUpperCase().match(/[0-9A-Z]/g) ?? []).slice(0, 12).join('').replace(/(.{4})(?=.)/g, '$1 ');

// a token must not stay where it is copied, shared or seen on a screen
function takeFromAddress() {
  const token = decodeURIComponent(location.hash.slice(1));
  if (!token) return;
  history.replaceState(null, '', location.pathname + location.search);
  box.value = grouped(token);
}

function onInput() {
  const atEnd = box.selectionStart === box.value.length, written = grouped(box.value);
  // writing in the middle keeps its place: the groups are set again on leaving the box
  if (atEnd && written !== box.value) box.value = written;
}

async function send(event) {
  event.preventDefault();
  said.textContent = '';
  const body = new URLSearchParams(new FormData(form));
  body.set('code', box.value.replace(/[^0-9A-Za-z]/g, ''));
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    const told = await answer.json();
    if (answer.ok) return void location.assign(told.page);
    refuse(told.refused.map((one) => one.sentence).join(' '));
  } catch {
    refuse(form.dataset.failed);
  }
}

function refuse(sentence) {
  said.dataset.said = 'refused';
  said.textContent = sentence;
  box.focus();
}

if (form) {
  takeFromAddress();
  window.addEventListener('hashchange', takeFromAddress);
  box.addEventListener('input', onInput);
  box.addEventListener('blur', () => (box.value = grouped(box.value)));
  form.addEventListener('submit', send);
}
