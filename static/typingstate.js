// Says whether what was typed is kept, and who else is writing.
import { say, time } from './words.js';

/** Show how it stands: `here` is the page's link, `said` why something is refused, `at` when something was kept (ms). */
export function showState(here, said, isAllKept, at = null) {
  const shown = document.querySelector('[data-typing-state]'), words = document.querySelector('[data-typing]')?.dataset;
  if (!shown || !words) return;
  here.savedAt = at ?? here.savedAt;
  const state = stateOf(here, said, isAllKept);
  const sentence = {
    ended: say('link_signed_out'), refused: said, alone: words.sayAlone, cut: words.sayCut, typing: words.sayTyping,
    kept: here.savedAt ? words.sayKept.replace('{time}', time(here.savedAt)) : words.sayReady,
  }[state];
  shown.dataset.typingState = state;
  if (shown.textContent !== sentence) shown.textContent = sentence;
  const trouble = ['ended', 'refused', 'cut'].includes(state) ? sentence : '', spoken = document.getElementById('typing-trouble');
  if (spoken.textContent !== trouble) spoken.textContent = trouble;
}

function stateOf({ isEnded, isReady }, said, isAllKept) {
  if (isEnded) return 'ended';
  if (said) return 'refused';
  if (!isReady) return isAllKept ? 'alone' : 'cut';
  return isAllKept ? 'kept' : 'typing';
}

/** Show the names of those who have the paper open, where it is more than one. */
export function showHere(names) {
  const shown = document.querySelector('[data-here]');
  if (shown) shown.textContent = names.length > 1 ? shown.dataset.sayHere.replace('{names}', names.join(', ')) : '';
}

/** Show the words of a clause wherever the page says them beside its fields. */
export function showWords(clause, doc) {
  for (const name of ['opening', 'text', 'text_after'])
    for (const shown of document.querySelectorAll(`[data-says="${CSS.escape(clause)} ${name}"]`)) shown.textContent = doc.getText(name).toString().trim();
}
