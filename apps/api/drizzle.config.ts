import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` in this folder writes the next migration from src/database/schema/*tables.ts. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/database/schema/*tables.ts',
  out: './src/database/schema/migrations',
});
