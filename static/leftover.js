// What was typed and is not kept by the server: for the next load of this page in this tab, and words that lost their clause.
const key = (clause) => `placard:typed ${location.pathname} ${clause}`;
const LEFT = () => `placard:left ${location.pathname}`;

/** Keep a clause's state until the server has it. */
export function keepTyped(clause, typed) {
  try {
    sessionStorage.setItem(key(clause), JSON.stringify(typed));
  } catch { /* the tab's store is full or closed: the page itself still has it */ }
}

export const forgetTyped = (clause) => sessionStorage.removeItem(key(clause));

/** What this tab typed in a clause and could not hand in before it was loaded anew, or null. */
export function typedBefore(clause) {
  try {
    return JSON.parse(sessionStorage.getItem(key(clause)) ?? 'null');
  } catch {
    return null;
  }
}

/** Show words whose clause is gone, so that they can be copied. */
export function leaveOver(words) {
  if (!words.trim()) return;
  store([...left(), words]);
  show();
}

const left = () => JSON.parse(sessionStorage.getItem(LEFT()) ?? '[]');
const store = (all) => sessionStorage.setItem(LEFT(), JSON.stringify(all));

function show() {
  const place = document.getElementById('left-over');
  if (!place) return;
  const all = left();
  place.hidden = !all.length;
  place.querySelector('ul').replaceChildren(...all.map(row));
}

function row(words, at) {
  const item = document.createElement('li'), quoted = document.createElement('p'), away = document.createElement('button');
  quoted.textContent = words;
  quoted.dir = 'auto';
  away.className = 'btn small';
  away.type = 'button';
  away.textContent = document.getElementById('left-over').dataset.away;
  away.addEventListener('click', () => {
    store(left().toSpliced(at, 1));
    show();
  });
  item.append(quoted, away);
  return item;
}

show();
