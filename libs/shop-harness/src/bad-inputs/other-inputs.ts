import { get } from './bad-input';
import type { BadInput } from './bad-input';

/** Inputs that are wrong on every path. */
export const otherInputs = (): BadInput[] => [
  { what: 'an unknown path', request: get('/api/unknown'), status: 404 },
  { what: 'no path of the API', request: get('/'), status: 404 },
  { what: 'a path that cannot be decoded', request: get('/api/%zz'), status: 400 },
  { what: 'a picture of no key', request: get('/api/pictures/mug.svg'), status: 404 },
  {
    what: 'a picture of an unknown key',
    request: get(`/api/pictures/${'0'.repeat(32)}`),
    status: 404,
  },
  {
    what: 'a picture of a file',
    request: get('/api/pictures/..%2f..%2fetc%2fpasswd'),
    status: 404,
  },
  {
    what: 'a picture of an address',
    request: get('/api/pictures/http:%2f%2f10.0.0.1'),
    status: 404,
  },
  { what: 'a picture with a NUL in its key', request: get('/api/pictures/a%00b'), status: 404 },
  { what: 'a way up', request: get('/api/../../etc/passwd'), status: 404 },
  { what: 'another method', request: { ...get('/api/checkout'), method: 'DELETE' }, status: 404 },
  { what: 'no method', request: { ...get('/api/products'), method: 'FETCH' }, status: 400 },
  {
    what: 'a space in the path',
    request: get('/api/products and more'),
    status: 400,
  },
  {
    what: 'headers of 20 kB',
    request: { ...get('/api/products'), headers: [['Cookie', 'a'.repeat(20_000)]] },
    status: 431,
  },
  {
    what: 'two lengths',
    request: {
      ...get('/api/products'),
      headers: [
        ['Content-Length', '1'],
        ['Content-Length', '2'],
      ],
    },
    status: 400,
  },
];
