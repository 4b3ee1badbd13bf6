/** What the shop sells out of the box. Amounts in minor units: cents, and whole yen. */
export interface CatalogueProduct {
  slug: string;
  name: string;
  description: string;
  usd: number;
  jpy: number;
  /** Sold as a subscription: paid for again and again. */
  every?: 'month';
}

export const catalogue: readonly CatalogueProduct[] = [
  {
    slug: 'stoneware-mug',
    name: 'Stoneware mug',
    description: 'Hand-glazed, holds 350 ml, safe in the dishwasher.',
    usd: 2400,
    jpy: 3600,
  },
  {
    slug: 'linen-tea-towel',
    name: 'Linen tea towel',
    description: 'Washed European linen, 50 × 70 cm.',
    usd: 1850,
    jpy: 2780,
  },
  {
    slug: 'beeswax-candle',
    name: 'Beeswax candle',
    description: 'Pure beeswax that burns for forty hours.',
    usd: 2200,
    jpy: 3300,
  },
  {
    slug: 'oak-cutting-board',
    name: 'Oak cutting board',
    description: 'One piece of oiled oak, 38 × 24 cm.',
    usd: 5600,
    jpy: 8400,
  },
  {
    slug: 'pour-over-kettle',
    name: 'Pour-over kettle',
    description: 'Gooseneck spout, 900 ml, for every stove.',
    usd: 6895,
    jpy: 10340,
  },
  {
    slug: 'walnut-spoon-set',
    name: 'Walnut spoons',
    description: 'Three spoons, carved by hand and oiled.',
    usd: 3250,
    jpy: 4880,
  },
  {
    slug: 'wool-throw',
    name: 'Wool throw',
    description: 'Soft merino, 130 × 180 cm.',
    usd: 9800,
    jpy: 14700,
  },
  {
    slug: 'field-notebook',
    name: 'Field notebook',
    description: '96 dotted pages that lie flat.',
    usd: 1249,
    jpy: 1870,
  },
  {
    slug: 'terracotta-planter',
    name: 'Terracotta planter',
    description: 'With a saucer, 16 cm across.',
    usd: 2875,
    jpy: 4310,
  },
  {
    slug: 'coffee-beans',
    name: 'Coffee beans',
    description: '500 g, roasted the day before they are sent.',
    usd: 1850,
    jpy: 2780,
    every: 'month',
  },
];
