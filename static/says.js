// Shows what the chair would read while a sentence is typed: today's names in its placeholders.
const form = document.querySelector('[data-says-values]');
const values = JSON.parse(document.getElementById(form?.dataset.saysValues)?.textContent ?? '{}');

function preview(field) {
  const shown = document.getElementById(field.dataset.says);
  const general = field.value.trim() === '';
  const wrong = [];
  const may = field.dataset.names.split(' ');
  const text = (general ? field.placeholder : field.value).replace(/\{([^{}]*)\}/g, (place, name) => {
    if (may.includes(name) && name in values) return values[name];
    wrong.push(place);
    return place;
  });
  shown.textContent = text.charAt(0).toUpperCase() + text.slice(1);
  field.toggleAttribute('data-own', !general);
  if (wrong.length) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

form?.addEventListener('input', (event) => {
  if (event.target.matches('[data-says]')) preview(event.target);
});
