/**
 * The server of Stripe's guide, and nothing else: the page after the payment calls Stripe twice
 * (https://docs.stripe.com/payments/checkout/custom-success-page), and a checkout is one call
 * (https://docs.stripe.com/checkout/quickstart). Node runs this file directly.
 */
import express from 'express';
import Stripe from 'stripe';

const { STRIPE_HOST: host, STRIPE_PORT: port, PORT = '0' } = process.env;
const stripe = new Stripe('sk_test_sandbox', {
  protocol: 'http',
  ...(host && { host }),
  ...(port && { port }),
});
const app = express();

app.get('/order/success', async (request, response) => {
  const session = await stripe.checkout.sessions.retrieve(request.query['session_id'] as string);
  const customer = await stripe.customers.retrieve(session.customer as string);
  const name = 'name' in customer ? customer.name : '';
  response.send(`<html><body><h1>Thanks for your order, ${name}!</h1></body></html>`);
});

app.post('/create-checkout-session', express.json(), async (request, response) => {
  const { items } = request.body as { items: { priceId: string; quantity: number }[] };
  const session = await stripe.checkout.sessions.create({
    line_items: items.map(({ priceId, quantity }) => ({ price: priceId, quantity })),
    mode: 'payment',
    customer_creation: 'always',
    success_url: `http://${request.headers.host}/order/success?session_id={CHECKOUT_SESSION_ID}`,
  });
  response.json({ url: session.url });
});

const server = app.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  const at = typeof address === 'object' ? address?.port : PORT;
  console.log(JSON.stringify({ event: 'listening', url: `http://127.0.0.1:${at}` }));
});
process.once('SIGTERM', () => process.exit(0));
