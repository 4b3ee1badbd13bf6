import { useState } from 'react';
import styles from './picture.module.css';

/**
 * A product's picture. Screen readers skip it, because the name beside it says the same. An empty box replaces a
 * picture that is missing, broken or on another host: the page loads nothing from other hosts.
 */
export function Picture({ url, size, eager = false }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = url !== null && url !== broken && isOwn(url);
  return (
    <span className={styles.ground}>
      {shown && (
        <img
          className={styles.image}
          src={url}
          alt=""
          width={size}
          height={size}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setBroken(url)}
        />
      )}
    </span>
  );
}

type PictureProps = {
  url: string | null;
  /** Largest width and height of its place, in pixels. */
  size: number;
  /** Whether it is near the top of the page, so that it is loaded at once. */
  eager?: boolean;
};

function isOwn(url: string): boolean {
  return new URL(url, window.location.href).origin === window.location.origin;
}
