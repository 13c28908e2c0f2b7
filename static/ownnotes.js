// The notes that a delegation keeps for itself: after each save the form goes on from the version that was kept.
const form = document.getElementById('notes-form');

form?.addEventListener('placard:recorded', ({ detail }) => {
  if (detail.version) form.elements.namedItem('version').value = detail.version;
});
