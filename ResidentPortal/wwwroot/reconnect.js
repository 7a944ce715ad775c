// Brings a lost circuit back without a window in the way: what was typed stays on the page, and the page is loaded anew only when the circuit is gone for good.
const banner = document.getElementById('components-reconnect-modal');

async function reconnect() {
  document.removeEventListener('visibilitychange', whenVisible);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      location.reload();
    }
  } catch {
    document.addEventListener('visibilitychange', whenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) {
      location.reload();
    }
  } catch {
    location.reload();
  }
}

function whenVisible() {
  if (document.visibilityState === 'visible') {
    reconnect();
  }
}

banner.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'failed':
      document.addEventListener('visibilitychange', whenVisible);
      break;
    case 'rejected':
      resume();
      break;
  }
});
document.getElementById('reconnect-now').addEventListener('click', reconnect);
document.getElementById('reconnect-resume').addEventListener('click', resume);
