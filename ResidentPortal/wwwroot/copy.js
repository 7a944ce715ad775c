// Copies what a button carries. Without this script the button is not there, and the text can be marked by hand.
function show() {
  for (const button of document.querySelectorAll('button.copy[hidden]')) {
    button.hidden = !navigator.clipboard;
  }
}

document.addEventListener('click', async click => {
  const button = click.target.closest?.('button.copy');
  if (button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.nextElementSibling.textContent = button.dataset.done;
  }
});

new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
show();
