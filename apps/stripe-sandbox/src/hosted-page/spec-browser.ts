/**
 * The browser types that the specs of the page scripts need. The other code of this project runs on Node,
 * so it does not include all of `lib.dom`.
 */
export interface Item {
  id: string;
  innerHTML: string;
  textContent: string;
  value: string;
  checked: boolean;
  open: boolean;
  click(): void;
  dispatchEvent(event: Event): void;
  getAttribute(name: string): string | null;
  replaceWith(item: Item): void;
}

export interface Page {
  body: Item;
  activeElement: Item | null;
  adoptNode(item: Item): Item;
  addEventListener(...args: unknown[]): void;
  removeEventListener(...args: unknown[]): void;
  dispatchEvent(event: Event): void;
  getElementById(id: string): Item | null;
  querySelector(selector: string): Item | null;
  querySelectorAll(selector: string): Iterable<Item>;
}

/** The document of the jsdom test environment. */
export const { document } = globalThis as unknown as { document: Page };

/** Loads the page's body and runs a script in it, as a browser does. */
export function showPage(page: string, script: string): void {
  const { DOMParser } = globalThis as unknown as {
    DOMParser: new () => { parseFromString(text: string, type: string): Page };
  };
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  document.body.replaceWith(document.adoptNode(parsed.body));
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
  new Function(script)();
}
