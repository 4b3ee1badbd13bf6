import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/dom';
import { startLocale } from '../src/locale/locale';

// The language of jsdom is American English.
await startLocale();

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });
