import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { comeBack } from '../../../testing/tab';
import { readLinkToken } from './open-by-link';

const TOKEN = `t2k1qo.${'Ab-_'.repeat(10)}xyz`;
const LINK = `${ADDRESS}#t=${TOKEN}`;
const FULL = 'Thanks for your order, Jenny Rosen!';

/** Answers the access route, and tells what was sent to it. */
function answerAccess(answerWith: () => Response) {
  const sent: unknown[] = [];
  apiServer.use(
    on.access(async ({ request }) => {
      sent.push(await request.json());
      return answerWith();
    }),
  );
  return sent;
}
const opened = () => new HttpResponse(null, { status: 204 });

/** Answers the question for the order's e-mail address. */
async function enterAddress(user: ReturnType<typeof openShop>['user']) {
  const field = await screen.findByRole('textbox', { name: 'E-mail address' });
  await user.type(field, 'jenny.rosen@example.com');
  await user.click(screen.getByRole('button', { name: 'Show the whole order' }));
}

describe('the link of an e-mail', () => {
  it('is opened before the order is asked for, once', async () => {
    const sent = answerAccess(opened);
    const asked = answerOrders(() => {
      expect(sent).toHaveLength(1);
      return answer('confirmation-confirmed-full');
    });
    openShop(LINK);
    expect(await heading(FULL)).toBeVisible();
    expect(sent).toEqual([{ sessionId: 'cs_test_a1b2c3', token: TOKEN }]);
    expect(asked.times).toBe(1);
    expect(screen.queryByText(/keeps no cookies/)).toBeNull();
  });

  it('shows what anybody sees when it is too old', async () => {
    answerAccess(() => answer('problem-link-not-valid'));
    answerOrders('confirmation-confirmed-masked');
    openShop(LINK);
    expect(await screen.findByRole('form', { name: 'Is this your order?' })).toBeVisible();
    expect(screen.queryByText(/keeps no cookies/)).toBeNull();
  });

  it('shows what anybody sees when the API cannot open it now', async () => {
    answerAccess(() => answer('problem-service-unavailable'));
    answerOrders('confirmation-confirmed-masked');
    openShop(LINK);
    expect(await screen.findByRole('form', { name: 'Is this your order?' })).toBeVisible();
  });

  it('says that the browser keeps no cookies', async () => {
    answerAccess(opened);
    answerOrders('confirmation-confirmed-masked');
    openShop(LINK);
    expect(await screen.findByText(/Your browser keeps no cookies for this shop/)).toBeVisible();
  });

  it('only asks for the address where the access that it gave has ended', async () => {
    answerAccess(opened);
    const asked = answerOrders('confirmation-confirmed-full', 'confirmation-confirmed-masked');
    const { user } = openShop(LINK);
    await heading(FULL);
    // Another address of the order ends the access that the earlier one had.
    const isAskedAgain = () => {
      if (asked.times < 2) comeBack();
      expect(asked.times).toBe(2);
    };
    await waitFor(isAskedAgain, { timeout: 5000 });
    expect(await screen.findByRole('form', { name: 'Is this your order?' })).toBeVisible();
    expect(screen.queryByText(/keeps no cookies/)).toBeNull();

    // Where the right address opens nothing, it is the cookies after all.
    apiServer.use(on.verification(opened));
    await enterAddress(user);
    expect(await screen.findByText(/keeps no cookies for this shop/)).toBeVisible();
  });

  it.each([
    ['', null],
    ['#t=', null],
    ['#t=abc', null],
    [`#t=${TOKEN}x`, null],
    [`#x=1&t=${TOKEN}`, null],
    [`#t=${TOKEN}`, TOKEN],
  ])('with the fragment %j has the token %j', (fragment, token) => {
    expect(readLinkToken(fragment)).toBe(token);
  });
});

describe('the page for somebody with the link alone', () => {
  it('asks for the address before it offers anything else, and is no receipt', async () => {
    answerOrders('confirmation-confirmed-masked');
    openShop(ADDRESS);
    const field = await screen.findByRole('textbox', { name: 'E-mail address' });
    const other = screen.getByRole('link', { name: 'Keep shopping' });
    expect(field.compareDocumentPosition(other)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByRole('button', { name: 'Print or save as PDF' })).toBeNull();
  });
});

describe('the e-mail check in a browser that keeps no cookies', () => {
  it('says so, instead of asking again in silence', async () => {
    answerOrders('confirmation-confirmed-masked');
    apiServer.use(on.verification(opened));
    const { user } = openShop(ADDRESS);
    await enterAddress(user);
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(/keeps no cookies for this shop/),
    );
  });
});

describe('the e-mail check when the order cannot be read after it', () => {
  it.each<[string, Parameters<typeof answerOrders>[number]]>([
    ['the shop is restarting', 'problem-service-unavailable'],
    ['the answer is lost', () => HttpResponse.error()],
  ])('keeps trying, blames no cookies, and then shows the whole order: %s', async (_why, fault) => {
    answerOrders('confirmation-confirmed-masked', fault, 'confirmation-confirmed-full');
    apiServer.use(on.verification(opened));
    const { user } = openShop(ADDRESS);
    await enterAddress(user);
    expect(await screen.findByText(/We can’t get any news.*we keep trying/)).toBeVisible();
    expect(screen.queryByText(/keeps no cookies/)).toBeNull();
    expect(await heading(FULL)).toHaveFocus();
  });
});
