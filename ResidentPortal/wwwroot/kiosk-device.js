// The key of a device at a centre: made here, kept in IndexedDB, and never given out. It proves the device every few minutes and signs what an operator presses.
// <body data-proof-seconds="240" data-press-nonce="…">, <div data-device-start="true" data-enrol="…">, <div data-device-enrol data-key="…" data-start="…">.
(() => {
  const body = document.body;
  const stamp = 'kiosk-device-proved';
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };

  function store(mode, work) {
    return new Promise((done, failed) => {
      const opened = indexedDB.open('kiosk-device', 1);
      opened.onupgradeneeded = () => opened.result.createObjectStore('device');
      opened.onerror = () => failed(opened.error);
      opened.onsuccess = () => {
        const turn = opened.result.transaction('device', mode);
        const asked = work(turn.objectStore('device'));
        turn.oncomplete = () => { opened.result.close(); done(asked.result); };
        turn.onerror = () => failed(turn.error);
      };
    });
  }

  const load = () => store('readonly', devices => devices.get('this'));
  const save = device => store('readwrite', devices => devices.put(device, 'this'));
  const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));

  async function sign(key, text) {
    return base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(text)));
  }

  async function post(path, what) {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(what), cache: 'no-store', redirect: 'error', keepalive: true });
    if (!answer.ok && answer.status !== 409) throw new Error(answer.status);
    return answer.json();
  }

  // One proof at a time, however many windows there are: a new one ends the one before it.
  function prove(device, isStart, older) {
    return navigator.locks.request('kiosk-device', async () => {
      if (older && Date.now() - Number(localStorage.getItem(stamp)) < older) return {};
      const asked = await post('/kiosk/proof/challenge', { deviceId: device.id });
      if (asked.problem) return asked;
      const signature = await sign(device.key, `prove\n${asked.nonce}`);
      const proved = await post('/kiosk/proof', { deviceId: device.id, nonce: asked.nonce, signature, isStart });
      if (!proved.problem) localStorage.setItem(stamp, String(Date.now()));
      if (proved.pressNonce && body.dataset.pressNonce) body.dataset.pressNonce = proved.pressNonce;
      return proved;
    });
  }

  let proving = Promise.resolve();

  async function renew(device, every) {
    const wait = Math.max(0, Number(localStorage.getItem(stamp)) + every - Date.now());
    setTimeout(async () => {
      try {
        proving = prove(device, false, every);
        if ((await proving).problem) {
          location.replace('/kiosk');
          return;
        }
        renew(device, every);
      } catch {
        setTimeout(() => renew(device, every), 5000); // The line is cut: once more, soon.
      }
    }, wait);
  }

  const signed = new WeakSet();
  const signing = new WeakSet();

  addEventListener('submit', async press => {
    const form = press.target;
    if (!body.dataset.pressNonce || form.getAttribute('method')?.toLowerCase() !== 'post' || signed.delete(form)) return;
    press.preventDefault();
    press.stopImmediatePropagation();
    if (signing.has(form)) return;
    signing.add(form);
    try {
      await proving.catch(() => { });
      const device = await load();
      const nonce = body.dataset.pressNonce;
      for (const [name, value] of Object.entries({ Nonce: nonce, Signature: device ? await sign(device.key, `press\n${nonce}`) : '' })) {
        let field = form.querySelector(`input[type=hidden][name=${name}]`);
        if (!field) {
          field = document.createElement('input');
          [field.type, field.name] = ['hidden', name];
          form.append(field);
        }
        field.value = value;
      }
      signed.add(form);
      form.requestSubmit(press.submitter?.form === form ? press.submitter : undefined);
    } finally {
      signing.delete(form);
      signed.delete(form);
    }
  }, true);

  async function start(page) {
    const text = page.querySelector('[data-device-text]');
    try {
      const device = await load();
      const proved = device?.id ? await prove(device, page.dataset.deviceStart === 'true') : null;
      if (!proved || proved.problem === 'kiosks.deviceNotConfirmed') location.replace(page.dataset.enrol);
      else if (proved.problem) text.textContent = proved.text;
      else location.replace(proved.next);
    } catch {
      text.textContent = text.dataset.failed;
    }
  }

  async function enrol(page) {
    const [text, form, waits, words] = ['text', 'form', 'waits', 'words'].map(part => page.querySelector(`[data-device-${part}]`));

    async function wait(device) {
      [form.hidden, waits.hidden, text.textContent] = [true, false, ''];
      words.replaceChildren(...device.words.map(word => Object.assign(document.createElement('li'), { textContent: word })));
      try {
        const asked = await post('/kiosk/proof/challenge', { deviceId: device.id });
        if (!asked.problem) {
          location.replace(page.dataset.start);
          return;
        }
        if (asked.problem !== 'kiosks.deviceNotConfirmed') {
          [form.hidden, waits.hidden, text.textContent] = [false, true, asked.text];
          return;
        }
      } catch { /* The line is cut: once more. */ }
      setTimeout(() => wait(device), 3000);
    }

    form.querySelector('form').addEventListener('submit', async press => {
      press.preventDefault();
      text.textContent = '';
      try {
        const code = form.querySelector('[name=Code]').value.toUpperCase().replace(/[^A-Z]/g, '');
        const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
        const key = base64(await crypto.subtle.exportKey('spki', publicKey));
        const answer = await post(page.dataset.key, { code, key, signature: await sign(privateKey, `enrol\n${code}`) });
        if (answer.problem) {
          text.textContent = answer.text;
          return;
        }
        const device = { key: privateKey, id: answer.deviceId, words: answer.words };
        await save(device);
        navigator.storage?.persist?.();
        wait(device);
      } catch {
        text.textContent = text.dataset.failed;
      }
    });

    const device = await load().catch(() => null);
    if (device?.id) wait(device);
  }

  const startPage = document.querySelector('[data-device-start]');
  const enrolPage = document.querySelector('[data-device-enrol]');
  if (startPage) start(startPage);
  else if (enrolPage) enrol(enrolPage);
  else if (body.dataset.proofSeconds) load().then(device => device?.id && renew(device, body.dataset.proofSeconds * 1000)).catch(() => { });
})();
