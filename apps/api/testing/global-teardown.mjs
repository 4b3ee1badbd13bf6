import { onServer } from './postgres-server.mjs';

export default async function dropTemplate() {
  const name = process.env['TEST_POSTGRES_TEMPLATE'];
  if (name) await onServer((client) => client.query(`drop database ${name} with (force)`));
}
