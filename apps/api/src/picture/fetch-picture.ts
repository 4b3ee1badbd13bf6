import { get as getPlain } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { get } from 'node:https';
import { PrivateAddressError, publicLookup } from './public-address';
import { sniffPicture } from './sniff-picture';
import type { PictureType } from './sniff-picture';

/** The largest picture, in bytes. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;

/** From the first byte of the request to the last of the answer. */
const FETCH_MS = 5000;

export interface FetchedPicture {
  type: PictureType;
  bytes: Buffer;
}

/** What is there is no picture that we show: trying again does not help soon. */
export class NoPictureError extends Error {}

/**
 * Fetches a picture. Follows no redirect, because it could lead anywhere.
 * @param sandboxOrigin where Stripe's hosts are when they are not Stripe's; undefined for the real ones
 * @throws NoPictureError; any other error passes
 */
export async function fetchPicture(
  url: string,
  sandboxOrigin: string | undefined,
): Promise<FetchedPicture> {
  const response = await open(url, sandboxOrigin).catch((error: unknown) => {
    throw error instanceof PrivateAddressError ? new NoPictureError(error.message) : error;
  });
  try {
    requirePicture(response);
    const bytes = await read(response);
    const type = sniffPicture(bytes);
    if (!type) throw new NoPictureError('It is no PNG, JPEG, GIF, WebP or AVIF.');
    return { type, bytes };
  } finally {
    response.destroy();
  }
}

function open(url: string, sandboxOrigin: string | undefined): Promise<IncomingMessage> {
  const { hostname, pathname, search } = new URL(url);
  const isSandboxed = sandboxOrigin !== undefined && /(^|\.)stripe\.com$/.test(hostname);
  const target = isSandboxed ? new URL(pathname + search, sandboxOrigin) : new URL(url);
  const options: RequestOptions = {
    agent: false,
    headers: { accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif' },
    signal: AbortSignal.timeout(FETCH_MS),
    // The sandbox may be on this machine; it is named by the configuration, not by a product.
    ...(!isSandboxed && { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const request = target.protocol === 'http:' ? getPlain : get;
    request(target, options, resolve).on('error', reject);
  });
}

function requirePicture({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode >= 500 || statusCode === 429)
    throw new Error(`The host of the picture answers ${statusCode}.`);
  if (statusCode !== 200) throw new NoPictureError(`The host answers ${statusCode}.`);
  if (Number(headers['content-length']) > MAX_PICTURE_BYTES) throw tooLarge();
}

async function read(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_PICTURE_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = () => new NoPictureError(`It has more than ${MAX_PICTURE_BYTES} bytes.`);
