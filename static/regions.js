// The regions of the page: what they hold, told by digests, and how a frame is put into them without touching what a person does.
//
//   <section data-region="public/now" data-digest="9f86d081884c7d65">...</section>
//
// A region is named channel/name, once on a page. A channel's version is the digests of its regions under exclusive or;
// a frame is applied only where it starts from the version that the page has.
const elsewhere = new Map(); // regions of a channel that this page does not show: key -> digest
const held = new Map(); // what came for a region under an open ballot: key -> {html, digest}
const elementOf = (key) => document.querySelector(`[data-region="${CSS.escape(key)}"]`);
let queue = Promise.resolve();

/** Do `step` after everything before it; a fault is told and stops nothing. */
export function inOrder(step) {
  queue = queue.then(step).catch((fault) => console.error('A frame could not be shown.', fault));
}

/** What the page has of a channel: {region: digest}. */
export function digests(channel) {
  const found = {}, start = `${channel}/`;
  const note = (key, digest) => {
    if (key.startsWith(start)) found[key.slice(start.length)] = digest;
  };
  elsewhere.forEach((digest, key) => note(key, digest));
  for (const { dataset } of document.querySelectorAll('[data-region]')) note(dataset.region, dataset.digest);
  held.forEach(({ digest }, key) => note(key, digest));
  return Object.fromEntries(Object.entries(found).filter(([, digest]) => digest));
}

/** The version of a channel as the page has it. */
export function version(channel) {
  const sum = Object.values(digests(channel)).reduce((all, one) => all ^ BigInt(`0x${one}`), 0n);
  return sum.toString(16).padStart(16, '0');
}

/** Apply a frame; false where it does not fit, and the page must say what it has. */
export async function apply(frame) {
  const { channel, regions, digests: fresh } = frame;
  if (frame.was !== null && frame.was !== version(channel)) return false;
  if (frame.was === null) for (const name of Object.keys(digests(channel))) if (!(name in fresh)) await put(`${channel}/${name}`, '');
  for (const [name, html] of Object.entries(regions)) await put(`${channel}/${name}`, html, fresh[name]);
  document.dispatchEvent(new CustomEvent('placard:frame', { detail: { channel, regions: Object.keys(regions) } }));
  return version(channel) === frame.is;
}

/** From now on, show what was held as soon as its ballot is closed; keep what people opened open. */
export function watchRegions() {
  for (const kept of ['data-htmx-powered', 'open']) if (!htmx.config.morphIgnore.includes(kept)) htmx.config.morphIgnore.push(kept);
  const marks = { subtree: true, childList: true, attributes: true, attributeFilter: ['data-open-ballot'] };
  new MutationObserver(() => held.size && inOrder(catchUp)).observe(document.body, marks);
}

async function catchUp() {
  for (const [key, { html, digest }] of held) if (!elementOf(key)?.querySelector('[data-open-ballot]')) await put(key, html, digest);
}

async function put(key, html, digest) {
  const region = elementOf(key);
  if (region && isUnderHand(region, html)) return void held.set(key, { html, digest });
  held.delete(key);
  if (!region) return void (digest ? elsewhere.set(key, digest) : elsewhere.delete(key));
  await morph(region, html);
  if (digest) region.dataset.digest = digest;
  else delete region.dataset.digest;
}

// An open ballot stays as it is for as long as the server still shows a ballot of that vote; when the vote is over it goes.
function isUnderHand(region, html) {
  const open = region.querySelector('[data-open-ballot]');
  if (!open) return false;
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-open-ballot]');
  return fresh?.dataset.openBallot === open.dataset.openBallot;
}

async function morph(region, text) {
  const chosen = choices(region);
  const focused = document.activeElement, start = focused?.selectionStart ?? null, end = focused?.selectionEnd;
  await htmx.swap({ text, target: region, swap: 'innerMorph', sourceElement: region });
  for (const [select, value] of chosen) chooseAgain(select, value);
  if (document.activeElement === focused || !focused?.isConnected) return;
  focused.focus({ preventScroll: true });
  if (start !== null) focused.setSelectionRange(start, end);
}

// What a person chose, or sees chosen where the server tells no choice, stays so while the options move;
// a list that is folded away begins anew.
function choices(region) {
  return [...region.querySelectorAll('select:not([multiple])')].filter(isChosen).map((select) => [select, select.value]);
}

function isChosen(select) {
  const told = [...select.options].findLast((one) => one.defaultSelected);
  return told ? !told.selected : select.checkVisibility() || select.value !== [...select.options].find((one) => !one.disabled)?.value;
}

function chooseAgain(select, value) {
  const again = [...select.options].find((one) => one.value === value && !one.disabled);
  if (again && select.isConnected) again.selected = true;
}
