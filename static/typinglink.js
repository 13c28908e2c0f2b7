// The socket of a page on which people type together: opened, watched, opened again.
const PING_EVERY = 5_000, SILENT_FOR = 12_000, CONNECT_WITHIN = 6_000, FIRST_RETRY = 250, LAST_RETRY = 8_000;
const SIGNED_OUT = 4401, RESTARTED = 1012;
export const RIGHTS_CHANGED = 4403;

/**
 * A link to the address that `address()` gives (nothing: no link). It calls `opened` for each new socket, `hear` with each
 * message, `lost` when a socket is gone, and `ended` with the code when this page lost its right to it. Whoever signed out stays
 * out; rights may come back, so the link asks again, and at once when `open` is called.
 */
export function openLink(address, { opened, hear, lost, ended }) {
  let socket = null, retry = null, late = null, failures = 0, heardAt = 0, isOver = false;

  function open() {
    leave();
    if (isOver || !address()) return;
    const fresh = (socket = new WebSocket(new URL(address(), location.href.replace(/^http/, 'ws'))));
    late = setTimeout(failed, CONNECT_WITHIN, 0);
    fresh.onopen = () => {
      clearTimeout(late);
      heardAt = performance.now();
      opened();
    };
    fresh.onmessage = ({ data }) => {
      heardAt = performance.now();
      failures = 0;
      hear(JSON.parse(data));
    };
    fresh.onclose = ({ code }) => failed(code);
  }

  function leave() {
    clearTimeout(retry);
    clearTimeout(late);
    const left = socket;
    socket = null;
    if (!left) return;
    left.onopen = left.onmessage = left.onclose = null;
    left.close();
  }

  function failed(code) {
    leave();
    failures += 1;
    lost();
    isOver = code === SIGNED_OUT;
    if (isOver || code === RIGHTS_CHANGED) ended(code);
    if (isOver) return;
    const wait = code === RIGHTS_CHANGED ? LAST_RETRY : code === RESTARTED ? FIRST_RETRY : Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures);
    retry = setTimeout(open, Math.random() * wait); // full jitter: all come back, and not all at once
  }

  const isOpen = () => socket?.readyState === WebSocket.OPEN;
  const sendText = (text) => isOpen() && socket.send(text);
  const send = (message) => sendText(JSON.stringify(message));

  function watch() {
    if (!isOpen()) return;
    const silent = performance.now() - heardAt;
    if (silent > SILENT_FOR) failed(0);
    else if (silent > PING_EVERY) send({ ping: performance.now() });
  }

  addEventListener('online', () => isOpen() || open());
  addEventListener('offline', () => failed(0));
  setInterval(watch, 1000);
  return { open, isOpen, send, sendText };
}
