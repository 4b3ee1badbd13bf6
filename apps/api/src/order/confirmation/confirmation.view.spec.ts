import { describe, expect, it } from '@jest/globals';
import { maskEmail } from './confirmation.view';

describe('maskEmail', () => {
  it.each([
    ['jenny.rosen@example.com', 'j•••@e•••.com'],
    ['a@b.co', 'a•••@b•••.co'],
    ['x@mail.example.co.uk', 'x•••@m•••.uk'],
    ['名@例え.jp', '名•••@例•••.jp'],
    ['not an address', null],
    ['@example.com', null],
  ])('shows %s as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
