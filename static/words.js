// The page's sentences in its reader's language, and the times it shows.
const sentences = JSON.parse(document.getElementById('words')?.textContent ?? '{}');
const root = document.documentElement;
const clock = new Intl.DateTimeFormat(root.lang || 'en', {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: root.dataset.zone || undefined,
});

/** The sentence `name` with its {places} filled from `values`. */
export function say(name, values = {}) {
  return (sentences[name] ?? name).replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

/** `at` (milliseconds since 1970) as HH:MM:SS in the committee's zone. */
export const time = (at) => clock.format(new Date(at));
