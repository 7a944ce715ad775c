// Looks whether something changed at the visit, and loads the page anew; prints a number of the queue. Without it the page is loaded by hand.
// <body data-poll="/kiosk/visit/state" data-version="3">, <button data-print hidden>.
(() => {
  const body = document.body;
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }

  const url = body.dataset.poll;
  if (!url || document.querySelector('[data-wipe]')) return; // What is over does not change any more.
  const step = 2000;
  const seen = (document.querySelector('main [data-version]') ?? body).dataset.version; // A press may have changed it since the frame was drawn.
  let touched = false;
  let failed = 0;

  // What is being typed or chosen is not taken away: the page of the visit is loaded anew, others only when the visit is over.
  const isVisit = location.pathname === '/kiosk/visit';
  addEventListener('input', () => { touched = true; });

  async function look() {
    try {
      const answer = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'manual' });
      failed = 0;
      if (!answer.ok) {
        location.replace('/kiosk/visit');
        return;
      }
      const { version } = await answer.json();
      if (String(version) !== seen && isVisit && !touched) {
        location.replace('/kiosk/visit');
        return;
      }
    } catch {
      failed += 1; // The line is cut for a moment; what is shown stays, but not for long.
      if (failed > 5) document.body.classList.add('is-covered');
    }
    setTimeout(look, step);
  }

  setTimeout(look, step);
})();
