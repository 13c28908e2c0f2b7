// What would go on past the next break, told while it is still a motion: "ends 12:41, break 12:30", and the time that fits in one press.
// The server says when the committee stops (#stops) and what is asked for; the time of day is known here only.
import { roomNow } from './roomtime.js';
import { secondsOf, span } from './times.js';
import { time } from './words.js';

const EVERY = 1_000;

/** What `total` seconds from `begins` (ms) miss, with speeches of `each` seconds: the stop, the end, the time that fits; null where they fit. */
export function missed(stops, begins, total, each) {
  const stop = stops.find(([at]) => at > begins), ends = begins + total * 1000;
  if (!stop || !(total > 0) || ends <= stop[0]) return null;
  const unit = each > 0 ? each : 60, fits = Math.floor((stop[0] - begins) / 1000 / unit) * unit;
  return { stop, ends, fits };
}

const stopsNow = () => JSON.parse(document.getElementById('stops')?.dataset.stops ?? '[]');

function askedBy(box) {
  if (box.dataset.late !== 'form') return [Number(box.dataset.total), Number(box.dataset.each), Number(box.dataset.begins)];
  const { elements } = document.getElementById('motion-form');
  return [...['total_seconds', 'speech_seconds'].map((name) => typed(elements[name])), 0];
}

const typed = (field) => (field && !field.closest('[hidden]') ? Number(secondsOf(field.value)) || 0 : 0);

function draw(box, stops, now) {
  const [total, each, begins] = askedBy(box), found = missed(stops, Math.max(now, begins), total, each);
  box.hidden = !found;
  if (!found) return;
  const words = found.stop[2] ? box.dataset.last : box.dataset.break;
  write(box.querySelector('[data-late-line]'), words.replace('{ends}', time(found.ends).slice(0, 5)).replace('{stop}', found.stop[1]));
  offer(box, found.fits);
}

// the words of the press hold the place of the time until they are first drawn
function offer(box, seconds) {
  const press = box.querySelector('button'), sent = box.querySelector('[name="total_seconds"]');
  if (press.textContent.includes('{total}')) press.dataset.words = press.textContent;
  press.hidden = seconds <= 0;
  press.dataset.seconds = seconds;
  if (sent) sent.value = seconds;
  write(press, press.dataset.words.replace('{total}', span(seconds)));
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function drawAll() {
  const now = roomNow(), stops = stopsNow();
  if (!Number.isNaN(now)) document.querySelectorAll('[data-late]').forEach((box) => draw(box, stops, now));
}

function onClick({ target }) {
  const press = target.closest?.('[data-late="form"] button');
  if (!press) return;
  const field = document.getElementById('motion-total');
  field.value = span(Number(press.dataset.seconds));
  field.focus();
  drawAll();
}

// after the other listeners, which may fill the fields out of one line
const soon = () => requestAnimationFrame(drawAll);
for (const event of ['input', 'change', 'placard:frame']) document.addEventListener(event, soon);
document.addEventListener('click', onClick);
setInterval(drawAll, EVERY);
drawAll();
