import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];

/**
 * Who may import whom. Every project has one scope and one type (its project.json); a tag that is not named here may
 * import nothing. checks/boundaries.spec.ts proves that each rule bites.
 */
export const depConstraints = [
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: ['scope:web', 'scope:shared', 'scope:stripe', 'scope:tooling'],
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
    onlyDependOnLibsWithTags: ['scope:api', 'scope:shared', 'scope:stripe', 'scope:tooling'],
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
  {
    sourceTag: 'scope:stripe',
    onlyDependOnLibsWithTags: ['scope:stripe'],
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'pg', 'express'],
  },
  { sourceTag: 'scope:tooling', onlyDependOnLibsWithTags: ['scope:tooling'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
];

/**
 * The rules that read the syntax and the imports. The rules that need types are in .oxlintrc.json: oxlint checks them
 * with TypeScript's native compiler in a tenth of the time. checks/lint-rules.spec.ts holds the two files together.
 */
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '**/generated/**',
      '**/tmp/**',
      '**/test-results/**',
      '**/public/mockServiceWorker.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  { plugins: { '@nx': nx } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommended],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: true, allow: [], depConstraints },
      ],
      // An empty class is how Nest spells a module.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [
      reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.recommended,
    ],
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
  prettier,
);
