// Asks where the browser is, on a press only, and sends that with the form: it stands in no address. Without this script the button is not there.
for (const form of document.querySelectorAll('form')) {
  const button = form.querySelector('button.near');
  if (!button || !navigator.geolocation) {
    continue;
  }

  button.hidden = false;
  button.addEventListener('click', press => {
    press.preventDefault();
    const status = form.querySelector('[role=status]');
    status.textContent = button.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.Latitude.value = coords.latitude.toFixed(3);
        form.elements.Longitude.value = coords.longitude.toFixed(3);
        form.submit();
      },
      () => { status.textContent = button.dataset.refused; },
      { timeout: 15000, maximumAge: 60000 });
  });
}
