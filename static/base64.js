// Bytes as base 64 and back.
/** @param {Uint8Array} raw */
export const letters = (raw) => {
  let signs = '';
  for (let at = 0; at < raw.length; at += 8192) signs += String.fromCharCode(...raw.subarray(at, at + 8192));
  return btoa(signs);
};

/** @param {string} signs */
export const bytes = (signs) => Uint8Array.from(atob(signs), (sign) => sign.charCodeAt(0));
