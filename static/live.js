// Keeps the page as the room is: says what it has, gets what differs, and after that each change.
//
//   <body data-live="/committees/7/live" data-channels="public seat:ghana" data-build="3f2a">
//
// ?lag=800 in the address holds back each message by 800 ms, for those who work on the pages.
import { forgetDrafts, keepDrafts, restoreDrafts } from './drafts.js';
import { showLink } from './linkstate.js';
import { apply, digests, inOrder, version, watchRegions } from './regions.js';
import { forget, roundTrip, sample } from './roomtime.js';

export { roomNow } from './roomtime.js';

const CONNECT_WITHIN = 6_000, SILENT_FOR = 25_000, ASLEEP_AFTER = 300_000, LOST_AFTER = 3_000, SLOW_FROM = 800, FRESH = 2_000;
const FIRST_RETRY = 250, LAST_RETRY = 4_000, FAILURES_TO_POLL = 3, POLL_EVERY = 2_000, SOCKET_AGAIN = 30_000;
const HOME_AGAIN = 5_000, ASK_APART = 600, LAST_PATIENCE = 8_000, JUMP = 2_000;
const SIGNED_OUT = 4401, MOVED = 4403, RESTARTED = 1012, REFUSED = 1008;
const { body } = document;
const lag = Number(new URLSearchParams(location.search).get('lag')) || 0;
const link = { socket: null, retry: null, failures: 0, cutSince: performance.now(), heardAt: performance.now(), heard: false, stopped: false };
const polling = { works: false, asking: false, next: null };
const asking = { wanted: new Set(), timer: null, patience: 0, at: -Infinity };
const driftOf = () => Date.now() - performance.now();
const page = { drift: driftOf(), hiddenAt: null, asleep: false };

function start() {
  restoreDrafts();
  watchRegions();
  addEventListener('online', reconnect);
  addEventListener('offline', onOffline);
  addEventListener('pageshow', (event) => event.persisted && reconnect());
  document.addEventListener('visibilitychange', onVisibility);
  setInterval(watch, 1000);
  connect();
}

// ---- the socket ---------------------------------------------------------------------------------------------------------

function connect() {
  clearTimeout(link.retry);
  leave();
  const socket = (link.socket = new WebSocket(new URL(body.dataset.live, location.href.replace(/^http/, 'ws'))));
  const late = setTimeout(() => socket === link.socket && failed(0), CONNECT_WITHIN);
  socket.onopen = () => {
    clearTimeout(late);
    Object.assign(link, { failures: 0, heardAt: performance.now() });
    Object.assign(asking, { patience: 0, at: -Infinity });
    polling.works = false;
    ask(...channels());
    for (const wait of [0, 500, 2000]) setTimeout(() => socket === link.socket && ping(), wait);
  };
  socket.onmessage = ({ data }) => (lag ? setTimeout(hear, lag, JSON.parse(data)) : hear(JSON.parse(data)));
  socket.onclose = ({ code }) => {
    clearTimeout(late);
    failed(code);
  };
}

// A socket that is left hears and says nothing more, even where the browser never tells that it is closed.
function leave() {
  const { socket } = link;
  link.socket = null;
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
}

function failed(code) {
  leave();
  if (code === SIGNED_OUT) return stop();
  if (code === MOVED) return goHome();
  if (!polling.works) link.cutSince ??= performance.now();
  link.failures = code === REFUSED ? 6 : link.failures + 1;
  if (link.failures >= FAILURES_TO_POLL) poll();
  later(connect, code === RESTARTED ? Math.random() * FIRST_RETRY : polling.works ? SOCKET_AGAIN : backOff());
  show();
}

// Full jitter: the whole room comes back, and not all at once.
const backOff = () => Math.random() * Math.min(LAST_RETRY, FIRST_RETRY * 2 ** link.failures);

function later(what, wait) {
  clearTimeout(link.retry);
  if (link.stopped) return;
  link.retry = setTimeout(what, wait);
}

function reconnect() {
  if (link.stopped) return;
  connect();
  show();
}

function onOffline() {
  leave();
  link.cutSince ??= performance.now();
  later(connect, LAST_RETRY); // some devices call a network offline that works
  show();
}

function stop() {
  link.stopped = true;
  clearTimeout(link.retry);
  leave();
  show();
}

// Another seat's page by now: words of the former one do not stay on this device. A page that never heard anything goes home
// once: no page goes round in circles.
function goHome() {
  stop();
  const home = body.dataset.live.replace(/live$/, ''), last = Number(sessionStorage.getItem('placard:home')) || 0;
  if (!link.heard && Date.now() - last < HOME_AGAIN) return;
  forgetDrafts();
  sessionStorage.setItem('placard:home', Date.now());
  location.replace(home);
}

function send(message) {
  if (link.socket?.readyState === WebSocket.OPEN) link.socket.send(JSON.stringify(message));
}

const ping = () => send({ pong: performance.now() });
const channels = () => (body.dataset.channels ?? '').split(/\s+/).filter(Boolean);
const have = (names) => Object.fromEntries(names.map((name) => [name, digests(name)]));

// The server closes on 20 messages in 10 s: questions wait for one another, longer each time the answer did not help.
function ask(...names) {
  for (const name of names) asking.wanted.add(name);
  const wait = Math.max(asking.patience, asking.at + ASK_APART - performance.now(), 0);
  asking.timer ??= setTimeout(() => {
    const wanted = [...asking.wanted];
    asking.wanted.clear();
    const patience = Math.min(LAST_PATIENCE, asking.patience * 2 || FIRST_RETRY);
    Object.assign(asking, { timer: null, at: performance.now(), patience });
    send({ have: have(wanted) });
  }, wait);
}

// ---- where sockets are blocked: the same messages by GET ----------------------------------------------------------------

async function poll() {
  if (polling.asking || link.stopped || page.asleep || link.socket?.readyState === WebSocket.OPEN) return;
  polling.asking = true;
  clearTimeout(polling.next);
  try {
    const sent = performance.now(), messages = await fetchFrames();
    if (link.stopped) return;
    if (!polling.works) later(connect, SOCKET_AGAIN);
    polling.works = true;
    sample(sent, messages.at(-1).now);
    for (const message of messages) hear(message);
    polling.next = setTimeout(poll, POLL_EVERY);
  } catch {
    if (polling.works) later(connect, backOff());
    polling.works = false; // each failed try of the socket comes back here
    link.cutSince ??= performance.now();
  } finally {
    polling.asking = false;
  }
}

async function fetchFrames() {
  const address = `${body.dataset.live}?have=${encodeURIComponent(JSON.stringify(have(channels())))}`;
  const headers = { 'X-Requested-With': 'live' };
  const answer = await fetch(address, { headers, cache: 'no-store', signal: AbortSignal.timeout(CONNECT_WITHIN) });
  if (answer.status === 401) stop();
  if (answer.status === 403) goHome();
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

// ---- what the server says -----------------------------------------------------------------------------------------------

function hear(message) {
  Object.assign(link, { heardAt: performance.now(), heard: true, cutSince: null });
  if (message.pong !== undefined) sample(message.pong, message.now);
  if (message.beat) ping();
  show();
  inOrder(() => take(message));
}

async function take(message) {
  if (message.build && renew(message.build)) return;
  for (const [channel, is] of Object.entries(message.beat ?? {})) if (version(channel) !== is) ask(channel);
  if (!message.channel) return;
  if (await apply(message)) asking.patience = 0;
  else ask(message.channel);
}

// Another build of the pages: reload, once for each build, and never under an open ballot.
function renew(build) {
  if (!body.dataset.build || build === body.dataset.build || document.querySelector('[data-open-ballot]')) return false;
  if (sessionStorage.getItem('placard:build') === build) return false;
  sessionStorage.setItem('placard:build', build);
  keepDrafts();
  location.reload();
  return true;
}

// ---- the page sleeps, wakes, is cut off ---------------------------------------------------------------------------------

// Once a second: has the device slept or its clock jumped, is the socket dead, has the link been gone for long?
function watch() {
  const drift = driftOf(), jumped = Math.abs(drift - page.drift) > JUMP;
  const silent = link.socket?.readyState === WebSocket.OPEN && performance.now() - link.heardAt > SILENT_FOR;
  page.drift = drift;
  if (jumped) forget();
  if (silent) link.cutSince ??= performance.now();
  if (page.hiddenAt !== null && performance.now() - page.hiddenAt > ASLEEP_AFTER) sleep();
  else if (jumped || silent) reconnect();
  show();
}

function onVisibility() {
  page.hiddenAt = document.hidden ? performance.now() : null;
  if (document.hidden || !(page.asleep || performance.now() - link.heardAt > FRESH)) return;
  page.asleep = false;
  reconnect();
}

function sleep() {
  page.asleep = true;
  clearTimeout(link.retry);
  leave();
}

function show() {
  const cut = link.cutSince === null ? 0 : performance.now() - link.cutSince;
  const long = cut >= LOST_AFTER;
  if (!page.asleep) showLink(state(long), roundTrip(), performance.now() - link.heardAt, long && !link.stopped);
}

// Nothing is said of a break before it has lasted: most are over before anyone could read it.
function state(long) {
  if (link.stopped) return 'signed-out';
  if (link.cutSince === null) return roundTrip() > SLOW_FROM ? 'slow' : 'live';
  if (navigator.onLine === false) return 'offline';
  return long ? 'lost' : '';
}

if (body.dataset.live && !globalThis.placardIsLive) {
  globalThis.placardIsLive = true; // loaded under two addresses it must not open two sockets
  start();
}
