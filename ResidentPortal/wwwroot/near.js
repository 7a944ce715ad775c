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
        for (const [name, degrees] of [['Latitude', coords.latitude], ['Longitude', coords.longitude]]) {
          const field = document.createElement('input');
          [field.type, field.name, field.value] = ['hidden', name, degrees.toFixed(3)];
          form.append(field);
        }

        form.submit();
      },
      () => { status.textContent = button.dataset.refused; },
      { timeout: 15000, maximumAge: 60000 });
  });
}
