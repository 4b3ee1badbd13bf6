import { createContext, useContext } from 'react';

/** How the shop is left for another site; a test can watch it instead. */
export const Leave = createContext((url: string): void => window.location.assign(url));

export const useLeave = () => useContext(Leave);
