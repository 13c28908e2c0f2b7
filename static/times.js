// Times as people type them, and as they are read.

/** Seconds of "90", "1:30", "90 s", "10 min"; what is none of these comes back as it is. */
export function secondsOf(text) {
  const [, minutes, rest] = /^\s*(\d{1,3}):(\d{2})\s*$/.exec(text) ?? [];
  if (minutes !== undefined) return String(60 * minutes + Number(rest));
  const [, number, unit] = /^\s*(\d+)\s*(s|sec|m|min)?\.?\s*$/i.exec(text) ?? [];
  if (number === undefined) return text;
  return String(/^m/i.test(unit ?? '') ? 60 * number : Number(number));
}

/** "9:45" of 585. */
export const span = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
