/** A message catalogue, compiled to a module by the build. */
declare module '*.po' {
  export const messages: import('@lingui/core').Messages;
}
