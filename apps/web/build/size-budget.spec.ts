/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { measureRoute, type BuiltFile } from './size-budget';

const chunk = (fileName: string, change: Partial<BuiltFile> = {}): BuiltFile => ({
  type: 'chunk',
  fileName,
  code: `console.log(${JSON.stringify(fileName)})`,
  ...change,
});

const BUILT = [
  chunk('index.js', {
    isEntry: true,
    imports: ['vendor.js'],
    dynamicImports: ['order.js', 'cart.js'],
  }),
  chunk('vendor.js'),
  chunk('order.js', {
    facadeModuleId: '/shop/src/app/order-route.tsx',
    imports: ['index.js', 'money.js'],
    dynamicImports: ['form.js'],
  }),
  chunk('money.js'),
  chunk('form.js'),
  chunk('cart.js', { facadeModuleId: '/shop/src/app/cart-route.tsx' }),
  chunk('style.css', { type: 'asset' }),
];

describe('the JavaScript of a page', () => {
  it('is the entry, the page and all they import, but not the other pages', () => {
    const { files, bytes } = measureRoute(BUILT, 'src/app/order-route.tsx');
    expect(files).toEqual(['form.js', 'index.js', 'money.js', 'order.js', 'vendor.js']);
    expect(bytes).toBeGreaterThan(100);
  });

  it('cannot be measured for a page that is not there', () => {
    expect(() => measureRoute(BUILT, 'src/app/gone.tsx')).toThrow(/no chunk of src\/app\/gone.tsx/);
  });
});
