// What is pasted from a text program brings its lists along as a page: the form sends that where nothing was changed since.
const text = document.getElementById('pasted-text'), page = document.getElementById('pasted-page');
let pasted = null;

text?.addEventListener('paste', ({ clipboardData }) => {
  const html = clipboardData?.getData('text/html') ?? '';
  if (!/<(li|p|ol|ul)\b/i.test(html) || text.value.trim()) return;
  requestAnimationFrame(() => {
    page.value = html;
    pasted = text.value;
  });
});
text?.addEventListener('input', () => {
  if (pasted !== null && text.value !== pasted) page.value = pasted = '';
});
