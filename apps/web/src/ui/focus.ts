/** As a `ref`: the element takes the focus when it appears, as its place was taken by what had it. */
export const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Gives the focus to the page's heading, where what has it is about to go or is gone. */
export const focusHeading = () => document.querySelector('h1')?.focus();
