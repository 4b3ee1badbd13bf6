/** The words of the catalogue. */
export const messages = {
  title: 'Well-made things for every day',
  pageTitle: 'Shop',
  intro: 'Small-batch pieces for the table, the desk and the sofa. Made slowly, meant to last.',
  loading: 'Loading the shop',
  failed: 'The shop’s shelves can’t be shown right now.',
  retry: 'Try again',
  soldOut: 'Sold out',
  empty: 'There is nothing for sale at the moment. Please come back soon.',
} as const;
