/**
 * The least possible server: Express, one statement, an answer. It checks no signature, no input and no access. Node
 * runs this file directly.
 */
import express from 'express';
import pg from 'pg';

const { DATABASE_URL, PORT = '0', PRODUCTS = '{}' } = process.env;
/** The same number of connections as the API. */
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 });
const products = JSON.parse(PRODUCTS) as unknown;
const app = express();

const SELECT = `
  select number, status, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor,
    refunded_minor, customer_name, email, payment_method, receipt_url, created_at
  from orders where stripe_session_id = $1`;

app.get('/order/success', async (request, response) => {
  const { rows } = await pool.query(SELECT, [request.query['session_id']]);
  response.json(rows[0]);
});

interface Sent {
  id: string;
  type: string;
  api_version: string;
  livemode: boolean;
  data: { object: { id: string } };
}

const INSERT = `
  insert into bench_events (id, type, object_id, subject_id, api_version, livemode)
  values ($1, $2, $3, $3, $4, $5)`;

app.post('/api/webhooks/stripe', express.json({ limit: '1mb' }), async (request, response) => {
  const { id, type, api_version: version, livemode, data } = request.body as Sent;
  await pool.query(INSERT, [id, type, data.object.id, version, livemode]);
  response.sendStatus(200);
});

app.get('/api/products', (_request, response) => {
  response.json(products);
});

if (DATABASE_URL) {
  await pool.query(`
    create table if not exists bench_events (
      id text primary key, type text not null, object_id text, subject_id text, api_version text,
      livemode boolean not null, received_at timestamptz not null default now())`);
}
const server = app.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  const at = typeof address === 'object' ? address?.port : PORT;
  console.log(JSON.stringify({ event: 'listening', url: `http://127.0.0.1:${at}` }));
});
process.once('SIGTERM', () => process.exit(0));
