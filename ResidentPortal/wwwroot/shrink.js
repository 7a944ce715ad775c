// Makes pictures smaller, tells how far the sending is, and sends again after a cut line. Without it the form does its work by itself.
// <form data-shrink="2000000" data-sending="{percent} % sent" data-cut="The line was cut…">, a file field, <p role="status">, <button type="button" data-again hidden>.
(() => {
  const making = new WeakMap();
  const sending = new WeakSet();

  async function shrink(file, most) {
    if (!file.type.startsWith('image/')) return file;
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { width, height } = picture;
    const scale = Math.min(1, 2500 / Math.max(width, height));
    if (scale === 1 && file.size <= most && /jpeg|png/.test(file.type)) return file;
    const canvas = document.createElement('canvas');
    canvas.width = width * scale + 0.5;
    canvas.height = height * scale + 0.5;
    const pen = canvas.getContext('2d', { alpha: false });
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.85, 0.7, 0.55]) {
      const jpeg = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
      if (jpeg.size <= most) {
        return new File([jpeg], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: jpeg.type });
      }
    }
    return file;
  }

  async function shrinkAll(field) {
    const chosen = new DataTransfer();
    for (const file of field.files) {
      chosen.items.add(await shrink(file, field.form.dataset.shrink));
    }
    field.files = chosen.files;
  }

  async function send(form, button) {
    if (sending.has(form)) return;
    sending.add(form);
    await making.get(form);
    const status = form.querySelector('[role=status]');
    const again = form.querySelector('[data-again]');
    const line = new XMLHttpRequest();
    const cut = () => {
      sending.delete(form);
      status.textContent = form.dataset.cut;
      again.onclick = () => send(form, button);
      again.hidden = false;
      again.focus();
    };
    again.hidden = true;
    line.open(form.method, form.action);
    line.upload.onprogress = ({ loaded, total }) => {
      const text = form.dataset.sending.replace('{percent}', Math.floor(loaded / total * 5) * 20);
      if (status.textContent !== text) status.textContent = text;
    };
    line.onerror = cut;
    line.onload = () => {
      if (line.status >= 500) return cut();
      history.replaceState(null, '', line.responseURL);
      document.open();
      document.write(line.response);
      document.close();
    };
    line.send(new FormData(form, button));
  }

  document.addEventListener('change', ({ target }) => {
    if (target.type === 'file' && target.form?.matches('[data-shrink]')) {
      making.set(target.form, shrinkAll(target).catch(() => {}));
    }
  });
  document.addEventListener('submit', submit => {
    if (submit.target.matches('[data-shrink]')) {
      submit.preventDefault();
      send(submit.target, submit.submitter);
    }
  });
})();
