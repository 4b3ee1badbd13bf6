import type { Response } from 'express';
import { html, type Html } from './html';
import type { Speech } from './language/speech';

/** The frame of every hosted page; it says that this is a sandbox. */
export function layout(title: string, body: Html, { locale, words }: Speech): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/c/assets/page.css" />
        <link rel="icon" href="data:," />
        <script src="/c/assets/page.js" defer></script>
      </head>
      <body>
        <header class="sandbox-note">${words.sandboxNote}</header>
        ${body}
      </body>
    </html> `.text;
}

/** Sends a page with a content security policy: only its own script runs, and its form can redirect to `formTarget`. */
export function sendPage(
  response: Response,
  status: number,
  text: string,
  formTarget: string | null = null,
): void {
  response.status(status);
  response.setHeader('Cache-Control', 'no-store');
  // With no-referrer, browsers would hide the origin of the page's own form too.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      'img-src http: https: data:',
      // A form's redirect counts as its target, and paying redirects to the shop.
      `form-action 'self' ${formTarget ? new URL(formTarget).origin : ''}`.trim(),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  response.type('html').end(text);
}
