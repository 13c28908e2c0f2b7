// A caucus whose speeches do not divide its time: the two nearest times that they do fill, each in one press.
import { secondsOf, span } from './times.js';

/** The times beside `total` that speeches of `each` seconds fill; none where they fill it. */
export function nearest(total, each) {
  const rest = total % each;
  if (!(total > 0 && each > 0) || !rest || !Number.isInteger(rest)) return [];
  return [total - rest, total - rest + each].filter((one) => one > 0);
}

function fieldsOf(box) {
  const { elements } = box.closest('form');
  const found = [elements[box.dataset.fits], elements[box.dataset.each]];
  return found.every((one) => one && !one.closest('[hidden]')) ? found : [];
}

function offer(box) {
  const [total, each] = fieldsOf(box);
  const fits = total ? nearest(Number(secondsOf(total.value)), Number(secondsOf(each.value))) : [];
  if (box.dataset.shown === String(fits)) return;
  box.dataset.shown = fits;
  box.replaceChildren(...fits.map((one) => button(box, one, one / Number(secondsOf(each.value)))));
}

function button(box, seconds, count) {
  const one = Object.assign(document.createElement('button'), { type: 'button', className: 'btn small' });
  one.textContent = box.dataset.fit.replace('{total}', span(seconds)).replace('{count}', count);
  one.dataset.seconds = seconds;
  return one;
}

function onClick(event) {
  const pressed = event.target.closest?.('[data-fits] [data-seconds]');
  if (!pressed) return;
  const box = pressed.closest('[data-fits]'), [total] = fieldsOf(box), { seconds } = pressed.dataset;
  if (total.matches('select')) {
    if (![...total.options].some(({ value }) => value === seconds)) total.add(new Option(span(seconds), seconds));
    total.value = seconds;
  } else total.value = span(seconds);
  total.focus();
  offer(box);
}

// after the other listeners, which may fill the fields out of one line
const offerAll = () => requestAnimationFrame(() => document.querySelectorAll('[data-fits]').forEach(offer));

/** Offer them on this page from now on. */
export function listen() {
  document.addEventListener('input', offerAll);
  document.addEventListener('change', offerAll);
  document.addEventListener('click', onClick);
}
