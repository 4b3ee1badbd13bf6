import nx from '@nx/eslint-plugin';

export const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];

/**
 * Who may import whom. Every project has one scope and one type (its project.json). A tag that is not named here may
 * import nothing.
 */
const depConstraints = [
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: [
      'scope:web',
      'scope:shared',
      'scope:shop',
      'scope:stripe',
      'scope:tooling',
    ],
    bannedExternalImports: [
      '@nestjs/*',
      'stripe',
      'pg',
      'pg-boss',
      'drizzle-orm',
      '@electric-sql/*',
    ],
  },
  {
    sourceTag: 'scope:console',
    onlyDependOnLibsWithTags: ['scope:console', 'scope:shared', 'scope:stripe'],
    bannedExternalImports: [
      '@nestjs/*',
      'stripe',
      'pg',
      'pg-boss',
      'drizzle-orm',
      '@electric-sql/*',
    ],
  },
  {
    sourceTag: 'scope:api',
    onlyDependOnLibsWithTags: [
      'scope:api',
      'scope:shared',
      'scope:shop',
      'scope:stripe',
      'scope:tooling',
    ],
    bannedExternalImports: ['react', 'react-dom', 'react-router', '@tanstack/*'],
  },
  {
    sourceTag: 'scope:sandbox',
    onlyDependOnLibsWithTags: ['scope:sandbox', 'scope:stripe'],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'pg', 'pg-boss', 'drizzle-orm'],
  },
  {
    sourceTag: 'scope:shared',
    onlyDependOnLibsWithTags: ['scope:shared'],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'stripe', 'pg', 'express'],
  },
  // The shop file takes the currencies from the table of them.
  {
    sourceTag: 'scope:shop',
    onlyDependOnLibsWithTags: ['scope:shop', 'scope:stripe'],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'stripe', 'pg', 'express'],
  },
  {
    sourceTag: 'scope:stripe',
    onlyDependOnLibsWithTags: ['scope:stripe'],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'pg', 'express'],
  },
  { sourceTag: 'scope:tooling', onlyDependOnLibsWithTags: ['scope:tooling', 'scope:shop'] },
  // Programs that test or measure the built apps from outside, and what they share. No app may import the harness.
  {
    sourceTag: 'scope:e2e',
    onlyDependOnLibsWithTags: [
      'scope:harness',
      'scope:shared',
      'scope:shop',
      'scope:stripe',
      'scope:tooling',
    ],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'react-router', '@tanstack/*'],
  },
  {
    sourceTag: 'scope:harness',
    onlyDependOnLibsWithTags: [
      'scope:harness',
      'scope:shared',
      'scope:shop',
      'scope:stripe',
      'scope:tooling',
    ],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'react-router', '@tanstack/*'],
  },
  // The simulation runs the apps' own parts in one process.
  {
    sourceTag: 'scope:simulation',
    onlyDependOnLibsWithTags: [
      'scope:api',
      'scope:sandbox',
      'scope:harness',
      'scope:shared',
      'scope:shop',
      'scope:stripe',
      'scope:tooling',
    ],
    bannedExternalImports: ['react', 'react-dom', 'react-router', '@tanstack/*'],
  },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:simulation', onlyDependOnLibsWithTags: ['type:lib', 'type:app'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
];

/** @param allow imports that are allowed wherever they stand */
const options = (allow = []) => ({
  enforceBuildableLibDependency: true,
  allow: [
    // Lingui's own programs read the configuration that imports these, and they know no alias.
    '../../scripts/words/*',
    '../../../scripts/words/*',
    // Node runs what imports these as it is, and knows no alias either.
    '../../money/src/currency.ts',
    '../../shop-file/src/*',
    '../../../shop-file/src/*',
    '../../../libs/shop-file/src/*',
    ...allow,
  ],
  depConstraints,
});

/**
 * The import directions, apart from the other rules: they need no type information, so checks/boundaries.spec.ts proves
 * in a second that each of them bites.
 */
export const boundaries = [
  { plugins: { '@nx': nx } },
  {
    files: TYPESCRIPT,
    rules: {
      '@nx/enforce-module-boundaries': ['error', options()],
    },
  },
  {
    // An app has no alias: the simulation names the files of API and sandbox.
    files: ['apps/simulation/src/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        options([
          '../../../api/src/**',
          '../../../../api/src/**',
          '../../../stripe-sandbox/src/**',
          '../../../../stripe-sandbox/src/**',
        ]),
      ],
    },
  },
  {
    // The environment is read once, where it is parsed.
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read the environment in config/ and inject Config.',
        },
      ],
    },
  },
];
