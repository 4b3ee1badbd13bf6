import type { Engine } from './engine';
import { firefox } from './firefox';
import { webkit } from './webkit';

/** The engines that shoppers use besides Chromium's, which the other tests run in. */
export const ENGINES: readonly Engine[] = [firefox, webkit];
