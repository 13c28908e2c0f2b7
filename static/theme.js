// Light, dark or high contrast, for this device. A plain script in the head: the page must not flash in the wrong theme.
(() => {
  const root = document.documentElement;
  const slot = `placard.theme${root.dataset.themeFor ? `.${root.dataset.themeFor}` : ''}`;
  const given = root.dataset.theme ?? '';
  const stored = () => {
    try { return localStorage.getItem(slot); } catch { return null; } // storage may be refused; the page still works
  };
  const wear = (theme) => (theme ? (root.dataset.theme = theme) : root.removeAttribute('data-theme'));
  const mark = () => {
    for (const one of document.querySelectorAll('[data-theme-choice]'))
      one.setAttribute('aria-pressed', String(one.dataset.themeChoice === (root.dataset.theme ?? '')));
  };
  wear(stored() ?? given);
  addEventListener('DOMContentLoaded', mark);
  addEventListener('storage', (event) => event.key === slot && (wear(event.newValue ?? given), mark()));
  addEventListener('click', (event) => {
    const choice = event.target.closest?.('[data-theme-choice]');
    if (!choice) return;
    wear(choice.dataset.themeChoice);
    try { localStorage.setItem(slot, choice.dataset.themeChoice); } catch { /* kept for this page only */ }
    mark();
  });
})();
