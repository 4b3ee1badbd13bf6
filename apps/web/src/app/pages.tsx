import { lazy, Suspense, useState, type ComponentType } from 'react';
import { useLocation } from 'wouter';
import { NotFoundPage } from './not-found-page';

/** The code of each page, by its path. */
const code = {
  '/': () => import('./catalog-route').then((module) => module.CatalogRoute),
  '/cart': () => import('./cart-route').then((module) => module.CartRoute),
  '/order/find': () => import('./order-service-route').then((module) => module.FindOrderRoute),
  '/order/withdraw': () => import('./order-service-route').then((module) => module.WithdrawalRoute),
  '/order/success': () => import('./order-route').then((module) => module.OrderRoute),
};

type PagePath = keyof typeof code;

/** The page at an address, with or without a slash at its end. */
function pageAt(pathname: string): PagePath | undefined {
  const path = pathname.replace(/(.)\/$/, '$1');
  return Object.hasOwn(code, path) ? (path as PagePath) : undefined;
}

const loaded = new Map<PagePath, ComponentType>();

/**
 * Loads the code of a page, so that it is drawn without a fallback: React shows what replaces a Suspense fallback 300 ms
 * after the fallback at the earliest.
 * @param pathname the address's; one without a page of its own needs no code
 */
export async function loadPage(pathname: string): Promise<void> {
  const path = pageAt(pathname);
  if (path && !loaded.has(path)) loaded.set(path, await code[path]());
}

/** Loads the code of all pages, for whoever goes on from the first one. A page that fails is loaded when it is opened. */
export const loadAllPages = () => Promise.allSettled(Object.keys(code).map(loadPage));

/** The page at the browser's address. */
export function Page() {
  const [pathname] = useLocation();
  const path = pageAt(pathname);
  return path ? <Known key={path} path={path} /> : <NotFoundPage />;
}

function Known({ path }: { path: PagePath }) {
  const [Content] = useState(() => loaded.get(path) ?? whenLoaded(path));
  return (
    <Suspense>
      <Content />
    </Suspense>
  );
}

const whenLoaded = (path: PagePath) =>
  lazy(async () => {
    await loadPage(path);
    return { default: loaded.get(path) as ComponentType };
  });
