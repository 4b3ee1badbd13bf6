import type { paths } from '@shop/contract/generated/api';

/** The paths that have a route of this method. */
export type PathWith<Method extends 'get' | 'post'> = {
  [Path in keyof paths]: [paths[Path][Method]] extends [undefined] ? never : Path;
}[keyof paths];

/** The arguments of a call: the query, headers and body of the route's operation. */
export type Call<Operation> = { signal?: AbortSignal } & (Operation extends {
  parameters: { query: infer Query };
}
  ? { query: Query }
  : unknown) &
  (Operation extends { parameters: { header: infer Headers } } ? { headers: Headers } : unknown) &
  (Operation extends { requestBody: { content: { 'application/json': infer Body } } }
    ? { body: Body }
    : unknown);

/** The body of a successful answer; undefined where there is no body. */
export type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & (200 | 201 | 204)]: Responses[Status] extends {
        content: { 'application/json': infer Body };
      }
        ? Body
        : undefined;
    }[keyof Responses & (200 | 201 | 204)]
  : never;
