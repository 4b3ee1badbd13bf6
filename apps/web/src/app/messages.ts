/** The words around the pages. */
export const messages = {
  shopName: 'Morrow Goods',
  skip: 'Skip to the content',
  navigation: 'Shop',
  shop: 'Shop',
  cart: 'Cart',
  cartWith: (count: number) => `Cart, ${count === 1 ? '1 article' : `${count} articles`}`,
  footer: 'Morrow Goods is a demonstration shop. Nothing here is really for sale.',
  notFoundTitle: 'There is nothing at this address',
  notFoundLead: 'The page may have moved, or the address may have a typing error.',
  toShop: 'To the shop',
  crashTitle: 'Something went wrong on this page',
  crashLead:
    'Your cart is kept, and an order you have paid for is safe: its confirmation comes by e-mail.',
  reload: 'Load the page again',
} as const;
