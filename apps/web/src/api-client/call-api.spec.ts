import { describe, expect, it, jest } from '@jest/globals';
import { shopConfig } from '../config/shop-config';

describe('an API on another origin', () => {
  it('is called where the document says it is, with the cookie', async () => {
    jest.replaceProperty(shopConfig, 'apiOrigin', 'https://api.shop.example');
    // It is read once, when the module loads.
    const { callApi } = await import('./call-api');
    const fetched = jest
      .spyOn(globalThis, 'fetch')
      .mockResolvedValue(Response.json({ products: [] }));
    await callApi('get', '/api/products', {});
    const [request] = fetched.mock.calls[0] as [Request];
    expect(request.url).toBe('https://api.shop.example/api/products');
    expect(request.credentials).toBe('include');
    fetched.mockRestore();
  });
});
