// How far the last row may sit: letters are read at a distance of 250 times their height (4 mm for each metre).
//
//   <dialog data-last-row data-all="..." data-facts="... {metres} ..." data-none="...">two number fields, one output</dialog>
const SLOT = 'placard.last-row', PER_METRE = 0.004, BOARD = 1080, LOWER_CASE = 0.52;
const TEXTS = 64, FACTS = 96; // pixels of the board at which texts and names stand

// metres at which type of so many pixels is read from an image of this height
const farthest = (height, pixels) => (pixels * LOWER_CASE * height) / BOARD / PER_METRE;
const numberOf = (field) => Number(field.value.replace(',', '.'));

function verdict({ dataset }, height, distance) {
  const texts = farthest(height, TEXTS), facts = farthest(height, FACTS);
  if (distance <= texts) return dataset.all;
  return (distance <= facts ? dataset.facts : dataset.none).replace('{metres}', String(Math.floor(distance <= facts ? texts : facts)));
}

/** Wire the dialog in which a display is measured; the measures stay on this display. */
export function listen() {
  const dialog = document.querySelector('[data-last-row]');
  if (!dialog) return;
  const fields = [...dialog.querySelectorAll('input')], said = dialog.querySelector('output');
  const kept = JSON.parse(localStorage.getItem(SLOT) ?? '[]');
  const tell = () => {
    const [height, distance] = fields.map(numberOf);
    said.textContent = height > 0 && distance > 0 ? verdict(dialog, height, distance) : '';
  };
  fields.forEach((field, n) => Object.assign(field, { value: kept[n] ?? '' }));
  dialog.addEventListener('input', () => {
    localStorage.setItem(SLOT, JSON.stringify(fields.map(({ value }) => value)));
    tell();
  });
  tell();
}
