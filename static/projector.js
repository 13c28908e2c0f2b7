// The projector by itself: keeps the display awake, and takes the pointer and the tools away while the mouse is still.
import { listen as listenToLastRow } from './lastrow.js';
import { listen as listenToTones } from './tones.js';

const STILL_AFTER = 3_000;
const board = document.querySelector('.board');
const sleepy = document.querySelector('[data-no-wake-lock]');
let still = null;

function moved() {
  clearTimeout(still);
  board.dataset.moved = '';
  still = setTimeout(() => delete board.dataset.moved, STILL_AFTER);
}

// A browser gives the lock on https only, and takes it back whenever the page is hidden.
async function stayAwake() {
  if (document.hidden) return;
  try {
    await navigator.wakeLock.request('screen');
    sleepy.hidden = true;
  } catch {
    sleepy.hidden = false; // said in the tools, beside which somebody stands who can change the setting
  }
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

for (const event of ['pointermove', 'pointerdown', 'keydown']) addEventListener(event, moved, { passive: true });
document.addEventListener('visibilitychange', stayAwake);
document.querySelector('[data-full-screen]').addEventListener('click', fullScreen);
listenToLastRow();
listenToTones();
stayAwake();
