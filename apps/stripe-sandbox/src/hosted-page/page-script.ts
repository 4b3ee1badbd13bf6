/** The script of the hosted pages. The pages work without it too. */
export const pageScript = `
const digits = (text) => text.replace(/\\D/g, '');
const reshape = (input, shape) => {
  input.addEventListener('input', () => {
    const atEnd = input.selectionStart === input.value.length;
    if (atEnd) input.value = shape(digits(input.value), input.value);
  });
};

const number = document.getElementById('cardNumber');
if (number) {
  reshape(number, (text) =>
    /^3[47]/.test(text)
      ? [text.slice(0, 4), text.slice(4, 10), text.slice(10, 15)].filter(Boolean).join(' ')
      : (text.slice(0, 19).match(/.{1,4}/g) ?? []).join(' '),
  );
}
const expiry = document.getElementById('cardExpiry');
if (expiry) {
  reshape(expiry, (text, typed) => {
    const month = /^[2-9]/.test(text) ? '0' + text : text;
    if (month.length < 3) return typed.endsWith('/') && month.length === 2 ? month + ' / ' : month;
    return month.slice(0, 2) + ' / ' + (month.length > 4 ? month.slice(-2) : month.slice(2));
  });
}
const cvc = document.getElementById('cardCvc');
if (cvc) reshape(cvc, (text) => text.slice(0, 4));

document.documentElement.classList.add('scripted');
const form = document.querySelector('.pay-form');
if (form) work(form);

function work(form) {
  const button = form.querySelector('.pay');
  const label = button.textContent;
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter.hasAttribute('formaction')) {
      sessionStorage.setItem('place', JSON.stringify({ top: scrollY, by: event.submitter.name, id: document.activeElement.id }));
      return;
    }
    // A double click pays once.
    if (button.getAttribute('aria-disabled') === 'true') event.preventDefault();
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset.processing;
  });
  // A page restored from the browser's back-forward cache is usable again.
  window.addEventListener('pageshow', () => {
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  });
  const holder = form.querySelector('.holder');
  for (const radio of form.querySelectorAll('[name="method"]')) {
    radio.addEventListener('change', () => {
      holder.querySelector('label').textContent = holder.dataset[radio.value === 'card' ? 'card' : 'other'];
    });
  }
  // Another shipping option, quantity or country changes the total.
  const update = document.querySelector('[name="update"]');
  for (const input of document.querySelectorAll('[data-update]')) {
    input.addEventListener('change', () => {
      if (update) form.requestSubmit(update);
    });
  }
  const code = document.getElementById('promotionCode');
  if (code) {
    code.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      document.querySelector('[name="applyCode"]').click();
    });
  }
  // Keep the scroll position after the total was updated.
  const place = JSON.parse(sessionStorage.getItem('place') || 'null');
  sessionStorage.removeItem('place');
  if (place) {
    const wanted = place.by === 'update' ? '[name="shippingRate"]:checked' : '#promotionCode, [name="removeCode"]';
    const next = document.getElementById(place.id) ?? document.querySelector(wanted);
    if (next) next.focus({ preventScroll: true });
    scrollTo(0, place.top);
    return;
  }
  const invalid = form.querySelector('[aria-invalid="true"]');
  if (invalid) invalid.focus();
}
`;
