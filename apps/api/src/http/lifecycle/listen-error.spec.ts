import { describe, expect, it } from '@jest/globals';
import { ListenError } from './listen-error';

describe('a process that cannot listen', () => {
  it.each([
    ['EADDRINUSE', 'Port 80 is in use. Stop what listens there, or set API_PORT.'],
    ['EACCES', 'Port 80 may not be opened by this user: set API_PORT to one from 1024 on.'],
    ['EADDRNOTAVAIL', 'listen at 192.0.2.1 (EADDRNOTAVAIL): set API_HOST'],
    ['ENOTFOUND', 'listen at 192.0.2.1 (ENOTFOUND): set API_HOST'],
  ])('because of %s says what to set', (code, words) => {
    const cause = Object.assign(new Error('not so'), { code });
    const { message } = new ListenError(cause, {
      port: 80,
      host: '192.0.2.1',
      variable: 'API_PORT',
    });
    expect(message).toContain(words);
  });
});
