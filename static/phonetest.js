// Tries, from this phone, what a delegation needs: an answer, a press, the live line, the clock; says in words what is wrong, and tells the organizer.
//
//   <main data-phone-test="/phone-test/x7Kq" data-phone="3f2a" data-slow="800" data-off="60"> <li data-step="line"> <p data-outcome="ok" data-gives="done">
const PATIENCE = 6_000;
const main = document.querySelector('[data-phone-test]'), base = main.dataset.phoneTest;
const found = { phone: main.dataset.phone };

/** One step's outcome on the page, with the figures of its sentence. */
function show(step, outcome, values = {}) {
  const row = document.getElementById(`step-${step}`);
  for (const told of row.querySelectorAll('[data-outcome]')) {
    told.hidden = told.dataset.outcome !== outcome;
    if (told.hidden) continue;
    row.dataset.state = told.dataset.gives;
    told.textContent = told.textContent.replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
  }
  for (const sign of row.querySelectorAll('[data-sign]')) sign.hidden = sign.dataset.sign !== row.dataset.state;
}

// what answers in Placard's place may well answer 200
async function ours(answer) {
  try {
    return !answer.redirected && (await answer.json()).placard === true;
  } catch {
    return false;
  }
}

const asked = (path, options = {}) => fetch(base + path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...options });
const pulse = () => asked(`/pulse?${new URLSearchParams(found)}`);

async function answers() {
  const sent = performance.now();
  try {
    const answer = await pulse(), told = answer.clone();
    found.round = Math.round(performance.now() - sent);
    found.answers = (await ours(answer)) ? 'ok' : 'other';
    if (found.answers === 'ok') found.ahead = Date.now() - ((await told.json()).now + found.round / 2);
  } catch {
    found.answers = 'failed';
  }
  const slow = found.answers === 'ok' && found.round > Number(main.dataset.slow);
  show('answers', slow ? 'slow' : found.answers, { ms: found.round });
}

async function press() {
  try {
    const answer = await asked('/press', { method: 'POST' });
    found.press = answer.ok && (await ours(answer)) ? 'ok' : answer.status === 403 ? 'refused' : 'failed';
  } catch {
    found.press = 'failed';
  }
  show('press', found.press);
}

function socket() {
  return new Promise((resolve) => {
    let opened = false;
    const line = new WebSocket(new URL(`${base}/socket`, location.href.replace(/^http/, 'ws')));
    const late = setTimeout(() => end('silent'), PATIENCE);
    const end = (outcome) => {
      clearTimeout(late);
      line.onopen = line.onmessage = line.onclose = null;
      line.close();
      resolve(outcome);
    };
    line.onopen = () => line.send((opened = 'hello'));
    line.onmessage = ({ data }) => end(data === 'hello' ? 'ok' : 'silent');
    line.onclose = () => end(opened ? 'silent' : 'refused');
  });
}

async function line() {
  found.line = await socket();
  show('line', found.line);
}

function clock() {
  if (found.ahead === undefined) return;
  found.clock = Math.round(found.ahead / 1000);
  const off = Math.abs(found.clock), minutes = Math.round(off / 60);
  const time = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: minutes < 120 ? 'minute' : 'hour', unitDisplay: 'long' });
  show('clock', off < Number(main.dataset.off) ? 'ok' : 'off', { time: time.format(minutes < 120 ? minutes : Math.round(minutes / 60)) });
}

function verdict() {
  const states = [...document.querySelectorAll('[data-step]')].map((row) => row.dataset.state);
  const said = states.includes('stop') ? 'fails' : states.includes('look') ? 'works' : 'all';
  for (const one of document.querySelectorAll('[data-verdict]')) one.hidden = one.dataset.verdict !== said;
}

// the organizer is told after each step, so that it is known how far a phone came that is heard of no more
async function run() {
  for (const step of [answers, press, line, clock]) {
    if (found.answers && found.answers !== 'ok') break;
    await step();
    await pulse().catch(() => {});
  }
  verdict();
}

run();
