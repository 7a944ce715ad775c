// Asks a passkey the question of the form, and sends its answer with the form. Without this script, or without passkeys, the form is not there.
const form = document.querySelector('form.passkey');
if (form && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener('submit', async press => {
    press.preventDefault();
    const status = form.querySelector('[role=status]');
    status.textContent = '';
    try {
      const question = JSON.parse(form.dataset.options);
      const answer = form.dataset.new
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
      form.elements.Answer.value = JSON.stringify(answer);
      form.submit();
    } catch {
      status.textContent = status.dataset.refused;
    }
  });
}
