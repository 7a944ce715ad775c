// Brings a lost circuit back without a window in the way: what was typed stays on the page, and the page is loaded anew only when the circuit is gone for good.
const banner = document.getElementById('components-reconnect-modal');
let isLost = false;
let isLeaving = false;

async function reconnect() {
  document.removeEventListener('visibilitychange', whenVisible);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      load();
    }
  } catch {
    document.addEventListener('visibilitychange', whenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) {
      load();
    }
  } catch {
    load();
  }
}

function load() {
  if (!isLeaving) {
    location.reload();
  }
}

function whenVisible() {
  if (document.visibilityState === 'visible') {
    reconnect();
  }
}

// A form that is pressed meanwhile goes as it would without script. Where the portal cannot be reached, the page stays as it is and says that nothing was sent.
async function send(event) {
  if (!isLost) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isLeaving) {
    return;
  }
  isLeaving = true;
  try {
    await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
  } catch {
    isLeaving = false;
    banner.classList.add('is-unsent');
    return;
  }
  const { target: form, submitter } = event;
  add(form, '_handler', form.dataset.handler);
  add(form, submitter?.name, submitter?.value);
  form.submit();
}

function add(form, name, value) {
  if (name && value) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
}

banner.addEventListener('components-reconnect-state-changed', event => {
  isLost = event.detail.state !== 'hide';
  switch (event.detail.state) {
    case 'failed':
      document.addEventListener('visibilitychange', whenVisible);
      break;
    case 'rejected':
      resume();
      break;
    case 'hide':
      banner.classList.remove('is-unsent');
      break;
  }
});
document.getElementById('reconnect-now').addEventListener('click', reconnect);
document.getElementById('reconnect-resume').addEventListener('click', resume);
window.addEventListener('submit', send, { capture: true });
