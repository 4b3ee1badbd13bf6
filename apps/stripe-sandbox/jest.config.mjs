import preset from '../../jest.preset.mjs';

/** Jest wants the generated schemas imported with their import attribute, which SWC drops unless told to keep it. */
const transform = Object.fromEntries(
  Object.entries(preset.transform).map(([pattern, [transformer, options]]) => [
    pattern,
    [
      transformer,
      { ...options, jsc: { ...options.jsc, experimental: { keepImportAttributes: true } } },
    ],
  ]),
);

/** On a machine that is busy, a process starts in five seconds and a server answers in two. */
export default { ...preset, transform, displayName: 'stripe-sandbox', testTimeout: 30_000 };
