import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { openShop } from '../../../testing/render-shop';

async function search(fill: { email: string; orderNumber?: string }) {
  const { user } = openShop('/order/find');
  await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), fill.email);
  if (fill.orderNumber)
    await user.type(
      screen.getByRole('textbox', { name: 'Order number (optional)' }),
      fill.orderNumber,
    );
  await user.click(screen.getByRole('button', { name: 'Send me the link' }));
}

describe('the page that finds an order', () => {
  it.each([
    [{ email: 'jenny@example.org' }, { email: 'jenny@example.org' }],
    [
      { email: 'jenny@example.org', orderNumber: ' r7k3-m9qx ' },
      { email: 'jenny@example.org', orderNumber: 'r7k3-m9qx' },
    ],
  ])('sends %j', async (filled, expected) => {
    const sent: unknown[] = [];
    apiServer.use(
      on.find(async ({ request }) => {
        sent.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await search(filled);
    const status = await screen.findByText(/the e-mail is on its way/);
    expect(status).toHaveTextContent('jenny@example.org');
    expect(sent).toEqual([expected]);
  });

  it('does not say whether there is an order', async () => {
    await search({ email: 'nobody@example.org' });
    expect(await screen.findByText(/^If we have an order with the address/)).toBeVisible();
  });

  it('says when to try again', async () => {
    apiServer.use(on.find(() => answer('problem-rate-limited', { 'retry-after': '120' })));
    await search({ email: 'jenny@example.org' });
    expect(await screen.findByRole('alert')).toHaveTextContent('try again in 2 minutes');
  });

  it('says that an address cannot be read', async () => {
    const errors = [{ path: 'email', message: 'Invalid email address' }];
    apiServer.use(on.find(() => answer('problem-invalid-request', {}, { errors })));
    await search({ email: 'a@b' });
    expect(await screen.findByRole('alert')).toHaveTextContent('the e-mail address above all');
    const field = screen.getByRole('textbox', { name: 'E-mail address' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/the e-mail address above all/);
    expect(screen.getByRole('textbox', { name: 'Order number (optional)' })).toBeValid();
  });

  it('is reached from the end of each page and from every page that is not there', async () => {
    openShop('/nowhere');
    const links = await screen.findAllByRole('link', { name: 'Find your order' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/order/find', '/order/find']);
  });
});
