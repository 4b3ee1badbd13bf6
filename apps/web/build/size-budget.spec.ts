/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { measureRoute, type BuiltFile } from './size-budget';

const chunk = (fileName: string, change: Partial<BuiltFile> = {}): BuiltFile => ({
  type: 'chunk',
  fileName,
  code: `console.log(${JSON.stringify(fileName)})`,
  ...change,
});

const SELDOM = /parcels\.tsx$/;

const BUILT = [
  chunk('index.js', {
    isEntry: true,
    imports: ['vendor.js'],
    dynamicImports: ['order.js', 'cart.js', 'de.js', 'en.js'],
  }),
  chunk('vendor.js'),
  chunk('order.js', {
    facadeModuleId: '/shop/src/app/order-route.tsx',
    imports: ['index.js', 'money.js'],
    dynamicImports: ['form.js', 'parcels.js'],
  }),
  chunk('money.js'),
  chunk('form.js'),
  chunk('parcels.js', {
    facadeModuleId: '/shop/src/parcels.tsx',
    imports: ['index.js', 'words.js'],
  }),
  chunk('words.js'),
  chunk('cart.js', { facadeModuleId: '/shop/src/app/cart-route.tsx' }),
  chunk('de.js', { moduleIds: ['/shop/words/de.po'], code: 'console.log("Bestellung")' }),
  chunk('en.js', { moduleIds: ['/shop/words/en.po'], code: 'console.log("order")' }),
  chunk('style.css', { type: 'asset' }),
];

describe('the JavaScript of a page', () => {
  it('is the entry, the page, all they import and the largest catalogue, but not the other pages or what few visits load', () => {
    const { files, bytes } = measureRoute(BUILT, 'src/app/order-route.tsx', /\.po$/, SELDOM);
    expect(files).toEqual(['de.js', 'form.js', 'index.js', 'money.js', 'order.js', 'vendor.js']);
    expect(bytes).toBeGreaterThan(100);
  });

  it('cannot be measured for a page that is not there', () => {
    expect(() => measureRoute(BUILT, 'src/app/gone.tsx', /\.po$/, SELDOM)).toThrow(
      /no chunk of src\/app\/gone.tsx/,
    );
    expect(() => measureRoute(BUILT, 'src/app/order-route.tsx', /\.mo$/, SELDOM)).toThrow(/\.mo/);
  });
});
