import { createContext, useContext } from 'react';

/** Leaves the shop for another site. A test can provide a function that records the address instead. */
export const Leave = createContext((url: string): void => window.location.assign(url));

export const useLeave = () => useContext(Leave);
