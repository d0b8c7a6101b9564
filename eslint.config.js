import neostandard, { plugins } from 'neostandard'

const frameworks = ['fastify', 'fastify-plugin', '@fastify/*', 'ioredis', 'prom-client', 'openai', 'openai/*', '@opentelemetry/*', 'pino']

export default [
  ...neostandard({ ts: true, ignores: ['.tap/**', 'coverage/**', 'node_modules/**'] }),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': plugins['typescript-eslint'].plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'tap', name: ['test'] }, { from: 'package', package: '@tapjs/core', name: ['test'] }] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'n/no-process-env': 'error'
    }
  },
  {
    // tap's own `t.test` promises are awaited by the runner; Fastify's plugin chain is thenable by design.
    files: ['test/**/*.ts'],
    rules: { 'n/no-process-env': 'off' }
  },
  {
    files: ['plugins/config.ts', 'server.ts', 'telemetry.ts'],
    rules: { 'n/no-process-env': 'off' }
  },
  {
    files: ['services/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: [...frameworks, '**/plugins/*', '**/routes/*', '**/stores/*'], message: 'services are plain TypeScript: no framework, no I/O library' }] }] }
  },
  {
    files: ['services/v2/**/*.ts', 'plugins/v2.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: [...frameworks.filter(f => f !== 'fastify' && f !== 'fastify-plugin'), '**/v1/*', '**/v1.ts'], message: 'v2 never knows v1' }] }] }
  }
]
