import type { paths } from '@shop/contract/generated/api';

/** The paths that have a route of this method. */
export type PathWith<Method extends 'get' | 'post'> = {
  [Path in keyof paths]: [paths[Path][Method]] extends [undefined] ? never : Path;
}[keyof paths];

/** What a route is called with: the query, headers and body that its operation asks for. */
export type Call<Operation> = { signal?: AbortSignal } & (Operation extends {
  parameters: { query: infer Query };
}
  ? { query: Query }
  : unknown) &
  (Operation extends { parameters: { header: infer Headers } } ? { headers: Headers } : unknown) &
  (Operation extends { requestBody: { content: { 'application/json': infer Body } } }
    ? { body: Body }
    : unknown);

/** What a route answers when it does what was asked; undefined where that has no body. */
export type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & (200 | 201 | 204)]: Responses[Status] extends {
        content: { 'application/json': infer Body };
      }
        ? Body
        : undefined;
    }[keyof Responses & (200 | 201 | 204)]
  : never;
