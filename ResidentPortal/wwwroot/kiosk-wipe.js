// The end of a visit: what it kept in this browser goes, by name. The key of the device and the operator's sign-in have other names and stay.
const mine = name => name.startsWith('visit');
const wipe = async () => {
  for (const store of [localStorage, sessionStorage]) {
    for (const name of Object.keys(store).filter(mine)) store.removeItem(name);
  }
  if (window.caches) {
    for (const name of (await caches.keys()).filter(mine)) await caches.delete(name);
  }
  const goal = document.querySelector('[data-wipe]')?.dataset.wipe;
  if (goal) {
    history.replaceState(null, '', goal);
    // Back leads nowhere but here.
    history.pushState(null, '', goal);
    addEventListener('popstate', () => history.pushState(null, '', goal));
  }
  document.body.dataset.wiped = 'true';
};
wipe();
