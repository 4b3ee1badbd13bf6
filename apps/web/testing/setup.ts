import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/dom';
import { startLocale } from '../src/locale/locale';

// jsdom's browser speaks American English. Specs of Node's side have no browser.
if (typeof window !== 'undefined') await startLocale();

// What a test waits for is an event; how long a busy machine takes to get there is not the test.
configure({ asyncUtilTimeout: 10_000 });
