/** As much of the OpenAPI document as is looked at here. */
export interface ApiDocument {
  paths: Record<string, Record<string, { summary: string; responses: Record<string, unknown> }>>;
}

export interface Endpoint {
  method: string;
  path: string;
  words: string;
  statuses: string[];
}

/** Not part of the contract with the shop. */
const besideTheContract: Endpoint[] = [
  {
    method: 'GET',
    path: '/api/metrics',
    words: 'Figures for Prometheus, for whoever sends METRICS_TOKEN',
    statuses: ['200', '404'],
  },
  {
    method: 'GET',
    path: '/api/docs',
    words: 'The contract, for people to read and try',
    statuses: ['200'],
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    words: 'The contract, for programs',
    statuses: ['200'],
  },
];

/** Every endpoint of the API: those of its contract, and the few beside it. */
export function endpoints({ paths }: ApiDocument): Endpoint[] {
  const ofTheContract = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary, responses }]) => {
      const statuses = Object.keys(responses);
      return { method: method.toUpperCase(), path, words: summary, statuses };
    }),
  );
  return [...ofTheContract, ...besideTheContract];
}
