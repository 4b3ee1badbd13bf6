import '@testing-library/jest-dom/jest-globals';
import { startLocale } from '../src/locale/locale';

// jsdom's browser speaks American English. Specs of Node's side have no browser.
if (typeof window !== 'undefined') await startLocale();
