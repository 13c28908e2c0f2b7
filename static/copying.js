// A text that is there to be taken along: a press copies it, or marks it where the browser lets no page copy (plain http).
for (const row of document.querySelectorAll('[data-copies]')) {
  const text = document.getElementById(row.dataset.copies), said = row.querySelector('[role="status"]');
  row.hidden = false;
  row.querySelector('button').addEventListener('click', async () => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text.value);
      copied = true;
    } catch {
      text.focus();
      text.select();
    }
    said.textContent = copied ? row.dataset.done : row.dataset.else;
  });
}
