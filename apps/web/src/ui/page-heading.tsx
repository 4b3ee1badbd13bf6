import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import styles from './page-heading.module.css';

const SHOP_NAME = 'Morrow Goods';

/**
 * The h1 of a page: sets the document's title, and takes the focus after a navigation inside the shop, so that a
 * screen reader starts at the new page. On the first load the focus stays where the browser puts it.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    document.title = `${title} · ${SHOP_NAME}`;
  }, [title]);

  useEffect(() => {
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [key]);

  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {children ?? title}
    </h1>
  );
}
