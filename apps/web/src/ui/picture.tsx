import { useState } from 'react';
import styles from './picture.module.css';

/** A picture up to this size, in pixels, stands beside a text that says more. Nothing shall wait for it. */
const SMALL = 128;

/**
 * A product's picture. Screen readers skip it, because the name beside it says the same. The first letter of the name
 * replaces a picture that is missing, broken or on another host: the page loads nothing from other hosts.
 */
export function Picture({ url, name, size, eager = false }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = url !== null && url !== broken && isOwn(url);
  return (
    <span className={styles.ground}>
      {!shown && (
        <span className={styles.initial} aria-hidden="true">
          {initialOf(name)}
        </span>
      )}
      {shown && (
        <img
          className={styles.image}
          src={url}
          alt=""
          width={size}
          height={size}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={size <= SMALL ? 'low' : 'auto'}
          decoding="async"
          onError={() => setBroken(url)}
        />
      )}
    </span>
  );
}

type PictureProps = {
  url: string | null;
  /** Of the product. */
  name: string;
  /** Largest width and height of its place, in pixels. */
  size: number;
  /** Whether it is near the top of the page, so that it is loaded at once. */
  eager?: boolean;
};

function isOwn(url: string): boolean {
  return new URL(url, window.location.href).origin === window.location.origin;
}

/** The first letter or digit, as a reader counts letters. */
function initialOf(name: string): string {
  const [first] = new Intl.Segmenter('en').segment(name.replace(/^[^\p{L}\p{N}]+/u, ''));
  return first?.segment.toLocaleUpperCase() ?? '';
}
