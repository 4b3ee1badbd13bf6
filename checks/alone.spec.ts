import { describe, expect, it } from '@jest/globals';
import { tryDevApi, tryDevWeb } from './copies/dev-servers.ts';
import { halves } from './copies/halves.ts';
import { RepositoryCopy } from './copies/repository-copy.ts';

/** Each team's own server, started where the other team's apps do not exist. `npm run check:alone` does the rest. */
describe('without the other team’s apps', () => {
  it('npm run dev:web serves the shop with the API mocked in the browser', async () => {
    await using copy = await RepositoryCopy.make(halves.web);
    const { html, mocks } = await tryDevWeb(copy);
    expect(html).toContain('<script type="module" src="/src/main.tsx">');
    expect(mocks).toContain('msw');
  });

  it('npm run dev:api serves the API and the sandbox, documented with the contract’s examples', async () => {
    await using copy = await RepositoryCopy.make(halves.api);
    const { docs, initialiser, products } = await tryDevApi(copy);
    expect(docs).toContain('swagger-ui');
    expect(initialiser).toContain('confirmation-confirmed-full');
    expect(products.products.length).toBeGreaterThanOrEqual(8);
  });
});
