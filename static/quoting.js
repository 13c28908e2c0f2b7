// A text that can be quoted: says which paragraph is chosen, and takes the words that are marked in one instead.
const form = document.querySelector('form[data-quoting]');
const bar = form.querySelector('[data-quoted]');
const words = form.elements.namedItem('words');
const LONGEST_SHOWN = 120;

form.addEventListener('change', ({ target }) => {
  if (target.name !== 'paragraph') return;
  words.value = '';
  bar.textContent = bar.dataset.paragraph.replace('{number}', Number(target.value) + 1);
});

// the selection is gone by the time a button is pressed on a phone: it is kept as it is made
document.addEventListener('selectionchange', () => {
  const selected = getSelection(), text = selected.toString().trim();
  const paragraph = selected.anchorNode?.parentElement?.closest('.para');
  if (!text || !paragraph || paragraph !== selected.focusNode?.parentElement?.closest('.para')) return;
  paragraph.querySelector('input').checked = true;
  words.value = text;
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text;
  bar.textContent = bar.dataset.words.replace('{words}', () => shown);
});
