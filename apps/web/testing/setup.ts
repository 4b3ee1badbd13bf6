// A spec in the environment "node" has no browser, and should not pay for loading its tools.
if (typeof window !== 'undefined') {
  await import('./demo-shop');
  await import('./browser-setup');
}

export {};
