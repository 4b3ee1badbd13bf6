/**
 * The panel's script: it sends forms to the control API as JSON. Every two seconds it replaces what has
 * changed on the server and nothing else: scroll position, open details and half-filled forms stay.
 */
export const panelScript = `
'use strict';
const EVERY_MS = 2000;
const main = document.querySelector('main');
const toast = document.getElementById('toast');
const liveState = document.getElementById('live-state');
const pause = document.getElementById('pause');
const touched = new WeakSet();
let paused = false;
let timer;
let latest = 0;

const say = (words, isBad) => {
  toast.textContent = words;
  toast.classList.toggle('bad', Boolean(isBad));
};

// Refreshing

async function refresh() {
  clearTimeout(timer);
  const turn = ++latest;
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Ignore an answer that is older than what is shown.
    if (turn !== latest) return;
    takeOver(page.querySelector('main'));
    if (!paused) liveState.textContent = 'Refreshes every 2 seconds';
  } catch {
    liveState.textContent = 'The sandbox does not answer; trying again';
  }
  plan();
}

function plan() {
  clearTimeout(timer);
  if (!paused && !document.hidden) timer = setTimeout(refresh, EVERY_MS);
}

function takeOver(fresh) {
  const held = scrollY > 0 && [...main.querySelectorAll('li[id]')].find((item) => item.getBoundingClientRect().bottom > 0);
  const top = held && held.getBoundingClientRect().top;
  const focused = document.activeElement;
  const card = focused && focused.closest('li[id]');
  morph(main, fresh);
  if (held && held.isConnected) scrollBy(0, held.getBoundingClientRect().top - top);
  // If the focused button is gone, focus its card.
  if (focused && !focused.isConnected && card && card.isConnected) card.focus({ preventScroll: true });
}

function morph(live, fresh) {
  if (live.isEqualNode(fresh)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.data = fresh.data;
    return;
  }
  if (live.tagName === 'FORM') {
    if (!touched.has(live) && !live.contains(document.activeElement)) live.replaceWith(document.adoptNode(fresh));
    return;
  }
  for (const { name } of [...live.attributes]) {
    if (name !== 'open' && !fresh.hasAttribute(name)) live.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== 'open') live.setAttribute(name, value);
  }
  const known = new Map([...live.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at = live.firstChild;
  for (const next of [...fresh.childNodes]) {
    const same = next.id ? known.get(next.id) : at && !at.id && at.nodeName === next.nodeName && at;
    if (!same) {
      live.insertBefore(document.adoptNode(next), at);
    } else {
      if (same === at) at = at.nextSibling;
      else live.insertBefore(same, at);
      morph(same, next);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

document.addEventListener('visibilitychange', () => (document.hidden || paused ? clearTimeout(timer) : refresh()));
pause.hidden = false;
pause.addEventListener('click', () => {
  paused = !paused;
  pause.setAttribute('aria-pressed', String(paused));
  liveState.textContent = paused ? 'Paused' : 'Refreshes every 2 seconds';
  if (paused) clearTimeout(timer);
  else refresh();
});

// Doing

const READERS = {
  switch: (input) => input.checked,
  number: (input) => (input.value === '' ? undefined : Number(input.value)),
  numbers: (input) => input.value.split(',').map((part) => part.trim()).filter(Boolean).map(Number),
  texts: (input) => input.value.trim() ? input.value.split(',').map((part) => part.trim()) : undefined,
  text: (input) => input.value || undefined,
};

function bodyOf(form) {
  const body = JSON.parse(form.dataset.always || '{}');
  for (const input of form.elements) {
    const value = input.name && READERS[input.dataset.kind](input);
    if (!input.name || value === undefined) continue;
    const path = input.name.split('.');
    const last = path.pop();
    path.reduce((inner, name) => (inner[name] ??= {}), body)[last] = value;
  }
  return body;
}

main.addEventListener('input', ({ target }) => target.form && touched.add(target.form));
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.path) return;
  event.preventDefault();
  const button = form.querySelector('button[type="submit"]');
  if (button.getAttribute('aria-disabled') === 'true') return;
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  button.setAttribute('aria-disabled', 'true');
  const what = button.textContent.trim().replace(/\\s+/g, ' ');
  try {
    const response = await fetch('/sandbox/api/' + form.dataset.path, {
      method: form.dataset.method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(form)),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error ? answer.error.message : 'the session is ' + answer.status);
    touched.delete(form);
    const folded = form.closest('.folded');
    if (folded) {
      folded.open = false;
      folded.querySelector('summary').focus({ preventScroll: true });
    }
    say('Done: ' + what);
  } catch (error) {
    say('Not done: ' + what + '. ' + error.message, true);
  } finally {
    button.removeAttribute('aria-disabled');
  }
  refresh();
});
document.addEventListener('click', (event) => {
  const more = event.target.closest && event.target.closest('a[data-more]');
  if (!more) return;
  event.preventDefault();
  history.replaceState(null, '', more.href);
  refresh();
});
addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.tagName === 'DETAILS') target.open = true;
});
plan();
`;
