/** A browser as the journey uses it. Elements are named by XPath, which both protocols know; every call waits for its own. */
export interface EngineBrowser {
  open: (url: string) => Promise<void>;
  /** Resolves when the element is on the page and visible. @throws when it is not after ELEMENT_TIMEOUT_MS */
  see: (xpath: string) => Promise<void>;
  click: (xpath: string) => Promise<void>;
  /** Clicks what leads to another site. Does not wait for the click's answer: WebKitGTK's driver never gives one. */
  leave: (xpath: string) => Promise<void>;
  type: (xpath: string, text: string) => Promise<void>;
  address: () => Promise<string>;
  /** Missing where the driver cannot: WebKitGTK's answers no command any more on a page that was gone back to. */
  history?: { back: () => Promise<void>; forward: () => Promise<void> };
  /** Ends every process of the browser and removes its profile. */
  close: () => Promise<void>;
}

export interface Engine {
  name: string;
  /** Why it cannot run on this machine, or undefined when it can. */
  missing: () => string | undefined;
  launch: () => Promise<EngineBrowser>;
}

export const ELEMENT_TIMEOUT_MS = 30_000;
