// The circuit draws every element of the page anew. What a person opened, typed, chose or stood on before that stays as it was. Without this script it is closed and empty again.
const sent = document.getElementById('main');
const within = main => [...main.querySelectorAll('details, summary, a, button, select, textarea, input:not([type=hidden])')];
const before = within(sent);
let stoodOn = document.activeElement;
let isDrawnOver = false;

function stand(focus) {
  stoodOn = focus.target;
}

function isSame(now) {
  return now.length === before.length && now.every((element, at) => element.tagName === before[at].tagName && element.name === before[at].name);
}

function carry(old, drawn) {
  if (old.matches('details')) {
    drawn.open = old.open;
  } else if (old.matches('[type=radio], [type=checkbox]') ? old.checked !== old.defaultChecked : old.matches('input, textarea, select') && old.value !== (old.defaultValue ?? drawn.value)) {
    [drawn.value, drawn.checked] = [old.value, old.checked];
    drawn.dispatchEvent(new Event('change', { bubbles: true })); // So the circuit knows it too.
  }
}

const watch = new MutationObserver(() => {
  if (sent.isConnected) {
    return;
  }
  if (!isDrawnOver) {
    isDrawnOver = true;
    document.removeEventListener('focusin', stand);
    setTimeout(() => watch.disconnect(), 10_000); // Later it would be another page.
  }
  const main = document.getElementById('main');
  const now = main ? within(main) : [];
  if (isSame(now)) {
    watch.disconnect();
    before.forEach((old, at) => carry(old, now[at]));
    if (document.activeElement === document.body) {
      now[before.indexOf(stoodOn)]?.focus({ preventScroll: true });
    }
  }
});

document.addEventListener('focusin', stand);
watch.observe(document.body, { childList: true, subtree: true });
