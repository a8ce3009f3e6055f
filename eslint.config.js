import js from '@eslint/js';
import checkFile from 'eslint-plugin-check-file';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const code = '**/*.{ts,tsx,js,mjs,cjs}';

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'server/src/database/prisma/',
    'client/src/graphql/generated/',
    'client/public/',
    'test/bench/results/',
    'data/',
  ]),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { 'check-file': checkFile },
    files: [code],
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { [code]: 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      // Catalogue folders bear the language's own tag.
      'check-file/folder-naming-convention': ['error', { '{server,client,test}/**/!(zh-CN)/': 'KEBAB_CASE' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come through server/src/environment.ts.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    // Decorated types are read at run time: an import that looks like a type only may be a value there.
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // A promise nobody waits for is a failure nobody sees. Only here: these two rules need types, and types take time.
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Paging through a list and polling start in an effect and set state; the rule knows no better place for them.
    rules: { 'react-hooks/set-state-in-effect': 'off' },
  },
  {
    // The one door to the surroundings, and what runs before or around the programs.
    files: ['server/src/environment.ts', '**/setup/**', 'test/**', '*.config.{js,ts}', '**/*.config.{js,ts}'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'setInterval',
          'clearTimeout',
          'clearInterval',
          'fetch',
        ]
          .concat(['performance', 'AbortSignal', 'module', 'TextDecoder', 'TextEncoder'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
);
