import { describe, expect, it } from '@jest/globals';
import {
  confirmationStates,
  type ConfirmationState,
  type MaskedConfirmation,
} from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders, changed, exampleOf, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { comeBack } from '../../../testing/tab';
import { PURCHASE_EVENT } from './announce-purchase';

const headingWithin = (timeout: number, name: string) =>
  screen.findByRole('heading', { level: 1, name }, { timeout });

const always = (heading: string) => ({ full: heading, masked: heading });
const thanks = { full: 'Thanks for your order, Jenny Rosen!', masked: 'Thanks for your order!' };

const HEADINGS: Record<ConfirmationState, { full: string; masked: string }> = {
  confirmed: thanks,
  nothing_to_pay: thanks,
  partially_refunded: thanks,
  refunded: always('Your order has been refunded'),
  refund_pending: always('Your refund of $64.40 is on its way'),
  refund_requires_action: always('Your refund of $64.40 needs your bank details'),
  refund_failed: always('Your refund of $64.40 didn’t reach you'),
  disputed: always('The payment of your order is being disputed'),
  dispute_lost: always('Your bank has taken the payment back'),
  processing: {
    full: 'Your bank is processing your payment',
    masked: 'Your payment is being processed',
  },
  awaiting_voucher: always('One step left: pay your voucher'),
  awaiting_bank_transfer: always('One step left: make your bank transfer'),
  awaiting_microdeposits: always('One step left: confirm your bank account'),
  payment_review: always('We’re checking your payment'),
  under_review: always('A person is looking at your order'),
  open: always('Your order isn’t finished yet'),
  payment_failed: always('Your payment didn’t go through'),
  expired: always('This checkout has expired'),
  checking: always('We’re checking your order'),
};

describe('the confirmation page', () => {
  describe.each(['full', 'masked'] as const)('in the %s view', (view) => {
    it.each(confirmationStates)('says what %s means', async (state) => {
      answerOrders(exampleOf(state, view));
      openShop(ADDRESS);
      expect(await heading(HEADINGS[state][view])).toBeVisible();
      expect(document.title).toBe(`${HEADINGS[state][view]} · Morrow Goods`);
      expect(screen.getByText('R7K3-M9QX')).toBeVisible();
      expect(screen.getByText('Stoneware mug')).toBeVisible();
      const { maskedEmail = null } = examples[
        exampleOf(state, view)
      ] as Partial<MaskedConfirmation>;
      expect(screen.queryByRole('form', { name: 'Is this your order?' }) !== null).toBe(
        maskedEmail !== null,
      );
    });
  });

  it('is a receipt: items, amounts, e-mail, payment method, address', async () => {
    openShop(ADDRESS);
    await heading('Thanks for your order, Jenny Rosen!');
    const summary = within(screen.getByRole('region', { name: 'What you ordered' }));
    for (const text of [
      'Quantity 2 · $24.00 each',
      '$48.00',
      '$66.00',
      '−$6.60',
      '$5.00',
      '$64.40',
    ]) {
      expect(summary.getByText(text)).toBeVisible();
    }
    const details = within(screen.getByRole('region', { name: 'Order details' }));
    for (const text of [
      'jenny.rosen@example.com',
      'Visa ending in 4242',
      '354 Oyster Point Blvd',
      'South San Francisco, CA 94080',
      /November 23, 2026/,
    ]) {
      expect(details.getByText(text)).toBeVisible();
    }
    expect(details.getByRole('link', { name: /receipt/ })).toHaveAttribute(
      'href',
      'https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8x',
    );
    expect(
      screen.getByText(
        'We e-mailed your confirmation on November 23, 2026 to jenny.rosen@example.com.',
      ),
    ).toBeVisible();
  });

  it('claims nothing about a state that is newer than itself', async () => {
    answerOrders(changed('confirmation-confirmed-full', { state: 'teleported' }));
    openShop(ADDRESS);
    expect(await heading('We’re checking your order')).toBeVisible();
    expect(screen.getByText('R7K3-M9QX')).toBeVisible();
  });

  it('thanks without a name when there is none', async () => {
    answerOrders(changed('confirmation-confirmed-full', { customerName: null }));
    openShop(ADDRESS);
    expect(await heading('Thanks for your order!')).toBeVisible();
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['\u202Eevil', 'evil'],
    ['x'.repeat(10_000), `${'x'.repeat(59)}…`],
  ])('shows the name %.30p as text that fits', async (customerName, name) => {
    answerOrders(changed('confirmation-confirmed-full', { customerName }));
    openShop(ADDRESS);
    const shown = await heading(/^Thanks/);
    expect(shown.textContent).toBe(`Thanks for your order, ${name}!`);
    expect(document.querySelector('main img[src="x"]')).toBeNull();
  });

  it.each([
    [
      'confirmation-open-full',
      'Continue to payment',
      'https://checkout.stripe.com/c/pay/cs_test_a1b2c3',
    ],
    [
      'confirmation-awaiting-voucher-full',
      'Open the voucher',
      'https://payments.stripe.com/konbini/voucher/test_YWNjdF8x',
    ],
    [
      'confirmation-expired-full',
      'Pick up where you left off',
      'https://buy.stripe.com/r/test_recover',
    ],
    [
      'confirmation-awaiting-bank-transfer-full',
      'Open the instructions',
      'https://payments.stripe.com/bank_transfers/instructions/test_YWNjdF8x',
    ],
    [
      'confirmation-awaiting-microdeposits-full',
      'Confirm the test deposits',
      'https://payments.stripe.com/microdeposit/pacs_test_YWNjdF8x',
    ],
    ['confirmation-confirmed-full', 'Keep shopping', '/'],
  ] as const)('%s leads on: %s', async (example, name, href) => {
    answerOrders(example);
    openShop(ADDRESS);
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', href);
  });

  it.each(['javascript:alert(1)', 'http://evil.example/', 'nonsense'])(
    'makes no link of %s',
    async (url) => {
      answerOrders(changed('confirmation-open-full', { checkoutUrl: url, receiptUrl: url }));
      openShop(ADDRESS);
      await heading('Your order isn’t finished yet');
      for (const link of screen.getAllByRole('link')) expect(link).not.toHaveAttribute('href', url);
    },
  );

  describe('while the state can change', () => {
    it('asks again until it is final, and changes by itself', async () => {
      const asked = answerOrders('confirmation-checking-full', 'confirmation-confirmed-full');
      openShop(ADDRESS);
      expect(await heading('We’re checking your order')).toBeVisible();
      expect(screen.getByText(/This page changes by itself/)).toBeVisible();
      expect(
        await screen.findByRole(
          'heading',
          { name: 'Thanks for your order, Jenny Rosen!' },
          { timeout: 3000 },
        ),
      ).toBeVisible();
      expect(asked.times).toBe(2);
      expect(
        screen.getByText('Thanks for your order, Jenny Rosen!', { selector: '[role=status]' }),
      ).toBeInTheDocument();
      expect(screen.queryByText(/This page changes by itself/)).toBeNull();
    });

    it('keeps what is known when the API fails, says so, and goes on', async () => {
      answerOrders(
        'confirmation-processing-full',
        () => HttpResponse.error(),
        'confirmation-confirmed-full',
      );
      openShop(ADDRESS);
      expect(await heading('Your bank is processing your payment')).toBeVisible();
      const note = await screen.findByText(/We can’t get any news/, {}, { timeout: 3000 });
      expect(note.closest('[aria-live="polite"]')).not.toBeNull();
      expect(await heading('Your bank is processing your payment')).toBeVisible();
      expect(
        await screen.findByRole(
          'heading',
          { name: 'Thanks for your order, Jenny Rosen!' },
          { timeout: 4000 },
        ),
      ).toBeVisible();
    });

    it('finds the order although the first answer was an error', async () => {
      answerOrders('problem-service-unavailable', 'confirmation-confirmed-full');
      openShop(ADDRESS);
      expect(
        await screen.findByText(/we keep trying\. If you have paid, your order is safe/),
      ).toBeVisible();
      expect(
        await screen.findByRole(
          'heading',
          { name: 'Thanks for your order, Jenny Rosen!' },
          { timeout: 3000 },
        ),
      ).toBeVisible();
    });
  });

  describe('in a tab that is hidden and shown again', () => {
    it('asks at once when shown, also for an order that is final', async () => {
      const asked = answerOrders('confirmation-confirmed-full', 'confirmation-refunded-full');
      openShop(ADDRESS);
      await heading('Thanks for your order, Jenny Rosen!');
      const isShownAgain = () => {
        comeBack();
        expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('has been refunded');
      };
      // What was read a moment ago is not asked for.
      await waitFor(isShownAgain, { timeout: 5000 });
      expect(asked.times).toBe(2);
    });

    it('keeps trying by itself when that fails, as it says, until there is news', async () => {
      const asked = answerOrders(
        'confirmation-confirmed-full',
        'problem-service-unavailable',
        'confirmation-refunded-full',
      );
      openShop(ADDRESS);
      await heading('Thanks for your order, Jenny Rosen!');
      const isAskedAgain = () => {
        if (asked.times < 2) comeBack();
        expect(asked.times).toBe(2);
      };
      await waitFor(isAskedAgain, { timeout: 5000 });
      expect(await screen.findByText(/We can’t get any news.*we keep trying/)).toBeVisible();
      expect(await heading('Your order has been refunded')).toBeVisible();
      expect(screen.queryByText(/We can’t get any news/)).toBeNull();
      expect(asked.times).toBe(3);
    });
  });

  describe('with an address that names no order', () => {
    it.each(['', '?session_id=', '?session_id={CHECKOUT_SESSION_ID}'])(
      'says so kindly for %p, without asking the API',
      async (search) => {
        const asked = answerOrders('confirmation-confirmed-full');
        openShop(`/order/success${search}`);
        expect(await heading('We can’t tell which order you mean')).toBeVisible();
        expect(screen.getByText(/If you have just paid, your order is safe/)).toBeVisible();
        expect(screen.getByRole('link', { name: 'Back to the shop' })).toHaveAttribute('href', '/');
        expect(asked.times).toBe(0);
      },
    );

    it('says that garbage is no order', async () => {
      openShop('/order/success?session_id=%3Cscript%3E');
      expect(await heading('We can’t find this order')).toBeVisible();
    });

    it('says that an id of no session is no order, and stops asking', async () => {
      answerOrders('problem-invalid-session-id');
      openShop(ADDRESS);
      expect(await heading('We can’t find this order')).toBeVisible();
    });

    it('asks for an unknown id a few times, then says so and stops', async () => {
      const asked = answerOrders('problem-order-not-found');
      openShop(ADDRESS);
      await waitFor(() => expect(asked.times).toBe(2));
      expect(
        screen.getByRole('heading', { level: 1, name: 'Looking up your order…' }),
      ).toBeVisible();
      expect(screen.queryByText(/your order is safe/i)).toBeNull();
      expect(await headingWithin(8000, 'We can’t find this order')).toBeVisible();
      expect(screen.getByText(/If you have just paid, your order is safe/)).toBeVisible();
      expect(asked.times).toBe(4);
    }, 15_000);

    it('shows an order that the API hears of while it is asked for', async () => {
      answerOrders('problem-order-not-found', 'confirmation-confirmed-full');
      openShop(ADDRESS);
      expect(await headingWithin(4000, HEADINGS.confirmed.full)).toBeVisible();
    });
  });

  describe('for somebody with the link alone', () => {
    const tryEmail = async (email: string) => {
      const { user } = openShop(ADDRESS);
      await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), email);
      await user.click(screen.getByRole('button', { name: 'Show the whole order' }));
    };

    it('shows the whole order to who knows its e-mail address', async () => {
      answerOrders('confirmation-confirmed-masked', 'confirmation-confirmed-full');
      let sent: unknown;
      apiServer.use(
        on.verification(async ({ request }) => {
          sent = await request.json();
          return new HttpResponse(null, { status: 204 });
        }),
      );
      await tryEmail(' jenny.rosen@example.com ');
      expect(await heading('Thanks for your order, Jenny Rosen!')).toHaveFocus();
      expect(sent).toEqual({ sessionId: 'cs_test_a1b2c3', email: 'jenny.rosen@example.com' });
    });

    it.each(['problem-verification-failed', 'problem-invalid-request'] as const)(
      'refuses in one way (%s)',
      async (problem) => {
        answerOrders('confirmation-confirmed-masked');
        apiServer.use(on.verification(() => answer(problem)));
        await tryEmail('someone@example.com');
        expect(await screen.findByText(/isn’t the e-mail address of this order/)).toBeVisible();
        expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/isn’t the e-mail/);
        expect(screen.getByRole('textbox')).toBeInvalid();
      },
    );

    it.each([
      ['problem-origin-not-allowed', /open the shop at its own address/],
      ['problem-request-timeout', /went wrong on our side/],
      ['problem-unsupported-media-type', /went wrong on our side/],
      ['problem-service-unavailable', /having a short break/],
    ] as const)('does not blame the address where it is refused for %s', async (problem, words) => {
      answerOrders('confirmation-confirmed-masked');
      apiServer.use(on.verification(() => answer(problem)));
      await tryEmail('jenny.rosen@example.com');
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.getByRole('textbox')).toBeValid();
      expect(screen.queryByText(/isn’t the e-mail address/)).toBeNull();
    });

    it('says how long to wait after too many tries', async () => {
      answerOrders('confirmation-confirmed-masked');
      apiServer.use(
        on.verification(() => answer('problem-rate-limited', { 'retry-after': '3540' })),
      );
      await tryEmail('someone@example.com');
      expect(await screen.findByText(/too many tries.*59 minutes/)).toBeVisible();
    });
  });

  it('tells listeners of a paid order once, when the API says it is the first view', async () => {
    const heard: unknown[] = [];
    const listen = (event: Event) => heard.push((event as CustomEvent).detail);
    window.addEventListener(PURCHASE_EVENT, listen);
    answerOrders(
      changed('confirmation-processing-full', { orderNumber: 'HEAR-ONCE', firstView: false }),
      changed('confirmation-confirmed-full', { orderNumber: 'HEAR-ONCE', firstView: true }),
    );
    const first = openShop(ADDRESS);
    await heading('Your bank is processing your payment');
    expect(heard).toEqual([]);
    await screen.findByRole('heading', { name: /^Thanks/ }, { timeout: 3000 });
    first.unmount();
    openShop(ADDRESS);
    await heading(/^Thanks/);
    window.removeEventListener(PURCHASE_EVENT, listen);
    expect(heard).toEqual([{ orderNumber: 'HEAR-ONCE', currency: 'usd', totalMinor: 6440 }]);
  });

  it('takes the answer that was asked for before its code was there', async () => {
    const asked = answerOrders('problem-internal-error');
    window.earlyAnswer = {
      url: 'http://localhost/api/orders/confirmation?session_id=cs_test_a1b2c3',
      response: Promise.resolve(answer('confirmation-confirmed-full')),
    };
    openShop(ADDRESS);
    expect(await heading('Thanks for your order, Jenny Rosen!')).toBeVisible();
    expect(asked.times).toBe(0);
    expect(window.earlyAnswer).toBeUndefined();
  });
});
