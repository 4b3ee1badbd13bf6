import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders, changed } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';

/** This browser can still correct the address. */
const resend = { correctableUntil: new Date(Date.now() + 30 * 60_000).toISOString() };

/** Asks for the confirmation at an address. */
async function ask(email: string) {
  const { user } = openShop(ADDRESS);
  await user.click(await screen.findByText('No e-mail, or a wrong address?'));
  const field = screen.getByRole('textbox', { name: 'E-mail address' });
  expect(field).toHaveValue('jenny.rosen@example.com');
  await user.clear(field);
  await user.type(field, email);
  await user.click(screen.getByRole('button', { name: 'Send the last e-mail again' }));
}

describe('the confirmation that did not arrive', () => {
  it('is sent again to a corrected address, which the page then shows', async () => {
    const email = 'jenny@example.org';
    answerOrders(
      changed('confirmation-confirmed-full', { resend }),
      changed('confirmation-confirmed-full', {
        email,
        mail: { about: 'order_confirmed', status: 'pending', sentAt: null, to: email },
        resend: { correctableUntil: null },
      }),
      changed('confirmation-confirmed-full', {
        email,
        mail: {
          about: 'order_confirmed',
          status: 'sent',
          sentAt: '2026-11-23T14:10:00.000Z',
          to: email,
        },
      }),
    );
    const sent: unknown[] = [];
    apiServer.use(
      on.resend(async ({ request }) => {
        sent.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await ask(email);
    expect(
      await screen.findByText(`From now on our e-mails about this order go to ${email}.`),
    ).toBeVisible();
    expect(sent).toEqual([{ sessionId: 'cs_test_a1b2c3', email }]);
    expect(await screen.findByText(`We’re sending your confirmation to ${email}.`)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByText(/jenny\.rosen@example\.com/)).toBeNull();
    const sentAgain = `We e-mailed your confirmation on November 23, 2026 to ${email}.`;
    expect(await screen.findByText(sentAgain, {}, { timeout: 4000 })).toBeVisible();
  });

  it('is shown with its new address although the answer was lost', async () => {
    const email = 'jenny@example.org';
    const sentAt = '2026-11-23T14:10:00.000Z';
    answerOrders(
      changed('confirmation-confirmed-full', { resend }),
      changed('confirmation-confirmed-full', {
        email,
        mail: { about: 'order_confirmed', status: 'sent', sentAt, to: email },
        resend: { correctableUntil: null },
      }),
    );
    apiServer.use(on.resend(() => HttpResponse.error()));
    await ask(email);
    expect(await screen.findByText(email, { selector: 'bdi' })).toBeVisible();
    expect(screen.queryByText(/jenny\.rosen@example\.com/)).toBeNull();
  });

  it.each([
    ['problem-email-not-changeable', /corrected once, within an hour/],
    ['problem-browser-not-buyer', /in the browser you ordered in/],
    ['problem-confirmation-not-sent', /no e-mail that could be sent again/],
    ['problem-rate-limited', /too many tries.*in 10 minutes/],
    ['problem-invalid-request', /isn’t an e-mail address/],
  ] as const)('is not sent when the API answers %s, and the page says why', async (name, words) => {
    answerOrders(changed('confirmation-confirmed-full', { resend }));
    apiServer.use(on.resend(() => answer(name, { 'retry-after': '600' })));
    await ask('jenny@example.org');
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('is sent again to the same address when that can no longer be corrected', async () => {
    answerOrders(
      changed('confirmation-confirmed-full', {
        resend: { correctableUntil: '2026-11-23T15:00:00.000Z' },
      }),
    );
    const { user } = openShop(ADDRESS);
    await user.click(await screen.findByText('No e-mail, or a wrong address?'));
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Send the last e-mail again' }));
    expect(await screen.findByText('It goes to jenny.rosen@example.com once more.')).toBeVisible();
  });

  it('is not asked for in a browser that did not order', async () => {
    answerOrders(changed('confirmation-confirmed-full', { resend: null }));
    openShop(ADDRESS);
    await screen.findByText('Order details');
    expect(screen.queryByText('No e-mail, or a wrong address?')).toBeNull();
  });

  it('has an address that can be corrected before any e-mail is due', async () => {
    answerOrders(changed('confirmation-processing-full', { resend, mail: null }));
    const { user } = openShop(ADDRESS);
    await user.click(await screen.findByText('Wrong e-mail address?'));
    expect(screen.getByRole('button', { name: 'Correct the address' })).toBeVisible();
  });

  it('is not asked for by somebody with the link alone', async () => {
    answerOrders('confirmation-confirmed-masked');
    openShop(ADDRESS);
    await screen.findByRole('form', { name: 'Is this your order?' });
    expect(screen.queryByText('No e-mail, or a wrong address?')).toBeNull();
  });
});
