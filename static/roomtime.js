// Room time: the server's clock, known by round trips. The device's own date is never asked.
let samples = [];

/** Room time now, in milliseconds; NaN until the server has told it. */
export function roomNow() {
  const best = samples.reduce((least, one) => (one.rtt < (least?.rtt ?? Infinity) ? one : least), null);
  return best ? performance.now() + best.offset : NaN;
}

/** Note that `now` was the answer to what went out at `sent` (performance.now()). The quickest of ten counts (Cristian's algorithm). */
export function sample(sent, now) {
  const rtt = performance.now() - sent;
  samples = [...samples.slice(-9), { rtt, offset: now + rtt / 2 - performance.now() }];
}

/** Forget what was known: the device has slept, and its own counting with it. */
export function forget() {
  samples = [];
}

/** Milliseconds that the last round trip took. */
export const roundTrip = () => samples.at(-1)?.rtt ?? 0;
