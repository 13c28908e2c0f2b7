// Draws every clock of the page towards its deadline in room time. The server sends deadlines and never ticks.
//
//   <div role="timer" data-clock="speech" data-total="45000" data-deadline="1795255233512"> <circle class="left"> <output> </div>
//   the same with data-remaining="28000" where the clock is held; a <svg class="drain"> or a bare <span> will do too
//   data-ends on a clock that is not drawn any more once it is over
//   <p class="vh" role="status" data-milestones data-say-60="1 minute left" data-say-30=... data-say-10=... data-say-0=...></p>
import { roomNow } from './roomtime.js';

const LAST = 10_000, LATE = 3_000, MILESTONES = [60, 30, 10, 0];
const ENGLISH = { 60: '1 minute left', 30: '30 seconds', 10: '10 seconds', 0: 'Time' };
const still = matchMedia('(prefers-reduced-motion: reduce)');
const heard = new Map(); // clock -> milliseconds left when it was last drawn
let next = null;

// One timer for all: it wakes when the first of the running clocks comes to its next second.
function draw() {
  clearTimeout(next);
  if (document.hidden) return;
  const now = roomNow(), clocks = document.querySelectorAll('[data-clock][data-total]');
  let wait = Number.isNaN(now) ? 100 : Infinity;
  for (const clock of clocks) {
    const left = leftOf(clock, now);
    if (Number.isNaN(left)) continue;
    drawOne(clock, left);
    if (isRunning(clock) && !isOver(clock, left)) wait = Math.min(wait, untilNextSecond(left));
  }
  announce(clocks, now);
  if (clocks.length && wait < Infinity) next = setTimeout(draw, wait);
}

const isRunning = (clock) => clock.dataset.deadline !== undefined;
const isOver = (clock, left) => left <= 0 && clock.dataset.ends !== undefined; // there is no overtime to draw
const leftOf = (clock, now) => (isRunning(clock) ? clock.dataset.deadline - now : Number(clock.dataset.remaining ?? clock.dataset.total));
const untilNextSecond = (left) => (((left % 1000) + 1000) % 1000 || 1000) + 2; // two more, so as not to wake just before it

function drawOne(clock, left) {
  const total = Number(clock.dataset.total) || 1, words = figures(left), face = faceOf(clock);
  set(clock, 'data-state', isRunning(clock) ? (left <= 0 ? 'over' : left <= LAST ? 'last' : 'run') : 'paused');
  set(clock, 'data-third', left > (total * 2) / 3 ? '1' : left > total / 3 ? '2' : '3');
  if (face && face.textContent !== words) write(face, words);
  for (const mark of clock.querySelectorAll('.left')) drain(mark, clock, left, total);
}

// into the text itself where there is one: that is no new child, which the observer above would answer with another drawing
function write(face, words) {
  if (face.firstChild?.nodeType === Node.TEXT_NODE) face.firstChild.data = words;
  else face.textContent = words;
}

/** Seconds are rounded up, so that 0:00 is the moment of time itself; over time counts up with a plus. */
function figures(left) {
  const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return `${left <= -1000 ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const faceOf = (clock) => clock.querySelector('output') ?? (clock.firstElementChild || clock instanceof SVGElement ? null : clock);

// Both glide for one second towards where they will be at the next: the ring by its own transition, the bar by an animation.
function drain(mark, clock, left, total) {
  const share = (ms) => (Math.max(0, Math.min(1, ms / total)) * 100).toFixed(2);
  const glides = isRunning(clock) && left > 0 && !still.matches, ahead = left - (untilNextSecond(left) - 2);
  const drawn = left <= 0 && isRunning(clock) ? '100' : share(glides ? ahead : left);
  if (mark.tagName === 'circle') return set(mark, 'stroke-dasharray', `${drawn} 100`);
  const before = mark.getAttribute('width');
  if (!set(mark, 'width', left <= 0 ? '0' : drawn) || !glides) return false;
  return mark.animate([{ width: `${before}px` }, { width: `${drawn}px` }], { duration: untilNextSecond(left) });
}

function set(element, name, value) {
  if (element.getAttribute(name) === value) return false;
  element.setAttribute(name, value);
  return true;
}

// Of the clocks that are timers, the one that ends first is told, and only as it passes a milestone.
function announce(clocks, now) {
  const ends = (clock) => clock.getAttribute('role') === 'timer' && isRunning(clock) && leftOf(clock, now) > -LATE;
  const first = [...clocks].filter(ends).sort((one, other) => leftOf(one, now) - leftOf(other, now))[0];
  if (!first) return;
  const key = `${first.dataset.clock} ${first.dataset.deadline}`, left = leftOf(first, now), before = heard.get(key);
  heard.clear();
  heard.set(key, left);
  const passed = MILESTONES.find((one) => before > one * 1000 && left <= one * 1000 && left > one * 1000 - LATE);
  if (passed === undefined) return;
  const place = document.querySelector('[data-milestones]') ?? makePlace();
  place.textContent = place.getAttribute(`data-say-${passed}`) ?? ENGLISH[passed];
  document.dispatchEvent(new CustomEvent('placard:milestone', { detail: passed }));
}

function makePlace() {
  const place = Object.assign(document.createElement('p'), { className: 'vh' });
  place.setAttribute('role', 'status');
  place.dataset.milestones = '';
  document.body.append(place);
  return place;
}

if (!globalThis.placardCounts) {
  globalThis.placardCounts = true;
  for (const event of ['placard:frame', 'visibilitychange']) document.addEventListener(event, draw);
  new MutationObserver(draw).observe(document.body, { subtree: true, childList: true });
  draw();
}
