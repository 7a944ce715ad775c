// The view at a kiosk: asks whether somebody is there, blurs and ends after a while; keypad, listening, private cover, a look at what changed.
// Without it every step is a page with plain forms. <body data-view-times='{"ask":45,"blur":75,"end":120,"slow":1}'>, the words are the page's.
(() => {
  const one = name => document.querySelector(name);
  const view = one('[data-view]');
  const tongue = document.documentElement.lang;

  // Out of the browser's memory of pages nothing comes back.
  addEventListener('pageshow', shown => { if (shown.persisted) location.reload(); });

  // Listening: a voice of the page's language, or no button.
  const listen = one('[data-listen]');
  const speech = window.speechSynthesis;
  const voice = () => speech?.getVoices().find(known => known.lang.slice(0, 2).toLowerCase() === tongue.slice(0, 2).toLowerCase());
  function say(text) {
    const found = voice();
    if (!found) return;
    speech.cancel();
    const words = new SpeechSynthesisUtterance(text);
    [words.lang, words.voice] = [tongue, found];
    words.onend = () => label(false);
    speech.speak(words);
  }
  const start = listen?.querySelector('span')?.textContent;
  function label(speaks) {
    if (listen) listen.querySelector('span').textContent = speaks ? listen.dataset.stop : start;
  }
  if (listen && speech) {
    const offer = () => { listen.hidden = !voice(); };
    offer();
    speech.addEventListener?.('voiceschanged', offer);
    addEventListener('pagehide', () => speech.cancel());
    listen.addEventListener('click', () => {
      if (speech.speaking) {
        speech.cancel();
        label(false);
        return;
      }
      say([...document.querySelectorAll('[data-spoken]')].map(part => part.innerText).join('\n'));
      label(true);
    });
  }

  // Keypad: it writes where typing would.
  for (const pad of document.querySelectorAll('[data-keypad]')) {
    const field = document.getElementById(pad.dataset.keypad);
    if (!field) continue;
    pad.hidden = false;
    pad.addEventListener('click', press => {
      const key = press.target.closest('[data-key]')?.dataset.key;
      if (!key) return;
      field.value = key === 'clear' ? '' : key === 'back' ? field.value.slice(0, -1) : (field.value + key).slice(0, field.maxLength > 0 ? field.maxLength : undefined);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  // Private cover: the page is there, and nobody reads it.
  const cover = one('[data-cover]');
  // What stands in front is the only thing that can be reached.
  const alone = (shown, on) => {
    shown.hidden = !on;
    for (const other of shown.parentElement.children) if (other !== shown) other.inert = on;
    if (on) shown.querySelector('button').focus();
  };
  const put = on => alone(cover, on);
  const coverOn = one('[data-cover-on]');
  if (coverOn && cover) {
    coverOn.hidden = false;
    coverOn.addEventListener('click', () => put(true));
    one('[data-cover-off]')?.addEventListener('click', () => { put(false); coverOn.focus(); });
  }

  // Times: asked, blurred, ended. The server has a clock of its own, which no script stops.
  const ask = one('[data-ask]');
  const leave = one('[data-leave]');
  const times = JSON.parse(document.body.dataset.viewTimes ?? one('[data-view-times]')?.dataset.viewTimes ?? 'null');
  let last = Date.now();
  let sent = Date.now();
  let asked = false;
  let before = null;
  const token = one('input[name="__RequestVerificationToken"]')?.value;
  function touch() {
    last = Date.now();
    if (view?.dataset.touch && token && last - sent > 15000) {
      sent = last;
      fetch(view.dataset.touch, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), redirect: 'manual' }).catch(() => {});
    }
  }
  function here() {
    asked = false;
    if (ask && !ask.hidden) alone(ask, false);
    document.body.classList.remove('is-blurred');
    before?.focus?.();
    touch();
  }
  function tick() {
    const idle = (Date.now() - last) / 1000 / (times.slow || 1);
    if (idle >= times.end) {
      if (leave) leave.requestSubmit(); else location.replace(location.pathname);
      last = Date.now();
      return;
    }
    document.body.classList.toggle('is-blurred', idle >= times.blur);
    if (idle >= times.ask && !asked && ask) {
      asked = true;
      before = document.activeElement;
      if (cover && !cover.hidden) put(false);
      alone(ask, true);
      say(ask.innerText);
    }
  }
  if (times && !one('[data-view-rest]')) {
    for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) {
      addEventListener(kind, () => { if (!asked) touch(); }, { passive: true, capture: true });
    }
    one('[data-ask-on]')?.addEventListener('click', here);
    if (!ask) {
      addEventListener('pointerdown', here, { passive: true });
      addEventListener('keydown', here);
    }
    setInterval(tick, 1000);
  }

  // What changed at the desk. What is being typed is not taken away as long as the step is the same.
  let typed = false;
  addEventListener('input', () => { typed = true; });
  async function look() {
    try {
      const answer = await fetch(view.dataset.poll, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'manual' });
      const { version, step } = answer.ok ? await answer.json() : { version: -1, step: 'Ended' };
      if (String(version) !== view.dataset.version && (!typed || (step !== view.dataset.step && !(view.dataset.step === 'Number' && step === 'ConsentCode')))) {
        location.replace('/visit');
        return;
      }
    } catch {
      // The line is cut for a moment: what is shown stays.
    }
    setTimeout(look, 2000);
  }
  if (view?.dataset.poll) setTimeout(look, 2000);
})();
