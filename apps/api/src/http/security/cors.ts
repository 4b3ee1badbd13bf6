/**
 * One other origin may call from a browser, with its cookie: the shop's. The header names that origin whoever asks, so
 * that no answer depends on what somebody else has sent.
 */
export const corsFor = (shopUrl: string) => ({
  origin: shopUrl,
  credentials: true,
  methods: ['GET', 'POST'],
  allowedHeaders: ['Content-Type', 'Idempotency-Key'],
  // A shop elsewhere may quote the request and knows how long to wait.
  exposedHeaders: ['X-Request-Id', 'Retry-After'],
  maxAge: 600,
});
