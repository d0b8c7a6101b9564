import neostandard, { plugins } from 'neostandard'

const frameworks = ['fastify', 'fastify-plugin', '@fastify/*', 'ioredis', 'prom-client', 'openai', 'openai/*', '@opentelemetry/*', 'pino']

const plainServices = { group: [...frameworks, '**/plugins/*', '**/routes/*', '**/stores/*'], message: 'services are plain TypeScript: no framework, no I/O library' }
const withoutV1 = { group: ['**/v1/*', '**/v1.ts'], message: 'V2 never knows V1' }

export default [
  ...neostandard({ ts: true, ignores: ['.tap/**', 'coverage/**', 'node_modules/**'] }),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': plugins['typescript-eslint'].plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafePromises: [{ from: 'package', package: '@tapjs/core', name: 'PromiseWithSubtest' }] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'n/no-process-env': 'error',
      // Tables of literals read better with several to a line.
      '@stylistic/object-property-newline': 'off'
    }
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'n/no-process-env': 'off' }
  },
  {
    files: ['plugins/config.ts', 'server.ts', 'telemetry.ts', 'cli/**/*.ts'],
    rules: { 'n/no-process-env': 'off' }
  },
  {
    files: ['services/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [plainServices] }] }
  },
  {
    files: ['services/v2/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [plainServices, withoutV1] }] }
  },
  {
    files: ['plugins/v2.ts', 'plugins/llm.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [withoutV1] }] }
  }
]
