// Follows the reading of a guide, page by page, and goes on to its review; without script a link looks again.
const reading = document.getElementById('reading');
const EVERY = 500;
const GOES_ON = new Set(['received', 'reading', 'understanding']);

async function follow() {
  try {
    const answer = await fetch(reading.dataset.reading, { headers: { accept: 'application/json' } });
    const now = answer.ok ? await answer.json() : {};
    if (!GOES_ON.has(now.stage)) {
      location.reload();
      return;
    }
    show(now);
  } catch { /* the server is busy or away: ask again */ }
  setTimeout(follow, EVERY);
}

function show({ stage, page, pages }) {
  reading.dataset.stage = stage;
  for (const item of reading.querySelectorAll('[data-of]')) {
    if (item.dataset.of === stage) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
  if (!pages) return;
  const said = document.getElementById('pages-read');
  said.textContent = said.dataset.says.replace('{page}', page).replace('{pages}', pages);
  Object.assign(document.getElementById('pages'), { max: pages, value: page });
}

if (reading) follow();
