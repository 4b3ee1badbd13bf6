import { useState } from 'react';
import styles from './picture.module.css';

/**
 * A product's picture. It says nothing that the name beside it does not, so it is silent to screen readers. A picture
 * that is missing, broken or on a foreign host (the page loads nothing from elsewhere) is an empty ground instead.
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
  /** Pixels of its (square) place at most. */
  size: number;
  /** Whether it is among the first things on the page. */
  eager?: boolean;
};

function isOwn(url: string): boolean {
  return new URL(url, window.location.href).origin === window.location.origin;
}
