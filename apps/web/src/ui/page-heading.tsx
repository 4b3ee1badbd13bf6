import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { shopConfig } from '../config/shop-config';
import { HasMoved } from './go';
import styles from './page-heading.module.css';

/**
 * The h1 of a page: sets the document's title, and takes the focus after a navigation inside the shop, so that a
 * screen reader starts at the new page. On the first load the focus stays where the browser puts it.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useContext(HasMoved);

  useEffect(() => {
    document.title = `${title} · ${shopConfig.shop.name}`;
  }, [title]);

  useEffect(() => {
    if (hasMoved) heading.current?.focus({ preventScroll: true });
  }, [hasMoved]);

  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {children ?? title}
    </h1>
  );
}
