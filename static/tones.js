// Soft tones of the wall, off until somebody switches them on: one at 30 seconds, two when the time is over.
//
//   <button data-tones aria-pressed="false">Sounds</button>      pressing it on plays the two tones, as a test of the volume
const PITCH = 523, LENGTH = 0.35, APART = 0.45, LOUD = 0.12;
let sounds = null; // a browser lets a page sound only after a press

function play(times) {
  if (sounds?.state === 'suspended') sounds.resume();
  for (let n = 0; n < times; n += 1) tone(sounds.currentTime + n * APART);
}

function tone(at) {
  const source = new OscillatorNode(sounds, { frequency: PITCH }), volume = new GainNode(sounds, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + 0.04);
  volume.gain.linearRampToValueAtTime(0, at + LENGTH);
  source.connect(volume).connect(sounds.destination);
  source.start(at);
  source.stop(at + LENGTH);
}

/** Wire the button. */
export function listen() {
  const button = document.querySelector('[data-tones]');
  button?.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    sounds ??= new AudioContext();
    button.setAttribute('aria-pressed', String(on));
    if (on) play(2);
  });
  document.addEventListener('placard:milestone', ({ detail }) => {
    const times = { 30: 1, 0: 2 }[detail];
    if (times && sounds && button?.getAttribute('aria-pressed') === 'true') play(times);
  });
}
